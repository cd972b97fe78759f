package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.portfolio.OpenExposure;

/** Executes trades for the context's account through its one broker. */
public interface TradingService extends TraderService {
  /**
   * Carries out one wish to trade, at most once ever: the intent is stored before anything is sent,
   * and the same command id gives the same trade. A denial by the gate is a trade in state DENIED,
   * not a failed call. Never retried blindly.
   */
  Result<Trade> executeTrade(CallContext context, TradeCommand command);

  /**
   * Carries out wishes one after the other, each as {@link #executeTrade} does and under its own
   * command id; INVALID_ARGUMENT for none, more than 100, or a command id that comes twice. A
   * repeat of the batch gives the same trades. Never retried blindly.
   */
  Result<BatchResult> batchExecuteTrades(CallContext context, TradeBatch batch);

  /** Passes the gate without side effects: every finding, and what the trade would cost. */
  Result<TradeValidation> validateTrade(CallContext context, TradeCommand command);

  /** One trade; NOT_FOUND when there is none of this id. */
  Result<Trade> getTradeStatus(CallContext context, String tradeId);

  /** Trades, newest first. */
  Result<TradePage> getTradeHistory(CallContext context, TradeQuery query);

  /** Asks the broker to cancel what is open of a trade. Idempotent. */
  Result<Trade> cancelTrade(CallContext context, CancelCommand command);

  /** Live and unknown orders with their reservations, and how far the outbox is. */
  Result<OpenExposure> getOpenExposure(CallContext context);

  /**
   * Asks the broker for everything, completes orders and executions, and delivers the outbox to the
   * books. Running it twice changes nothing.
   */
  Result<ReconcileReport> reconcile(CallContext context);

  /** The account's mode and halt latch. */
  Result<TradingMode> getMode(CallContext context);

  /**
   * Changes the mode. Live is refused unless the account is a live one that agrees with its broker
   * and is not halted, and a person typed its id as confirmation.
   */
  Result<TradingMode> setMode(CallContext context, SetMode command);

  /** Sets the latch: no order leaves until someone resumes. */
  Result<TradingMode> halt(CallContext context, HaltCommand command);

  /** Opens the latch again; needs a name and a reason. */
  Result<TradingMode> resume(CallContext context, HaltCommand command);

  /**
   * Lets no purchase leave any more, cancels what is open, waits for the proof and sells what is
   * held and managed. A repeat goes on where the first ended and sells nothing twice. A resume lets
   * purchases leave again.
   */
  Result<Flattened> flatten(CallContext context, HaltCommand command);

  /** The broker as trading sees it. */
  Result<BrokerStatus> getBrokerStatus(CallContext context);

  /** Asks the account's broker what can be asked without an order; what it fails is no failure. */
  Result<BrokerTest> testBroker(CallContext context);

  /**
   * Pays money into or out of the paper broker, which books it; the ledger receives it as a
   * broker's movement. Refused on a live account.
   */
  Result<Done> paperCashFlow(CallContext context, PaperCashFlow command);
}
