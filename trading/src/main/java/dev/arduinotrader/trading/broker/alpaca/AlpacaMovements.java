package dev.arduinotrader.trading.broker.alpaca;

import dev.arduinotrader.brokers.alpaca.AlpacaFlow;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.trading.broker.AccountMovement;
import java.util.Optional;

/** What the broker's short names of payments mean; money under any other name is the owner's. */
final class AlpacaMovements {
  private final AlpacaSymbols symbols;

  AlpacaMovements(AlpacaSymbols symbols) {
    this.symbols = symbols;
  }

  /** A failure when nobody can say now which security paid. */
  Result<AccountMovement> movement(CallContext context, AlpacaFlow flow, Money amount) {
    return switch (flow.type()) {
      case "DIV", "DIVCGL", "DIVCGS", "DIVROC", "DIVTXEX" ->
          payer(context, flow).map(isin -> dividend(flow, amount, isin));
      case "DIVNRA", "DIVFT", "DIVTW", "INTNRA", "INTTW" ->
          Result.success(cash(flow, CashFlowKind.TAX, amount));
      case "FEE", "DIVFEE", "PTC" -> Result.success(cash(flow, CashFlowKind.FEE, amount));
      case "INT" -> Result.success(cash(flow, CashFlowKind.INTEREST, amount));
      default ->
          Result.success(
              AccountMovement.unexplained(flow.flowId(), flow.at(), amount, flow.type()));
    };
  }

  /** Empty when the broker names none, or one that our universe does not have. */
  private Result<Optional<Isin>> payer(CallContext context, AlpacaFlow flow) {
    if (flow.symbol().isEmpty()) {
      return Result.success(Optional.empty());
    }
    return switch (symbols.isinOf(context, flow.symbol())) {
      case Result.Success<Isin>(Isin isin) -> Result.success(Optional.of(isin));
      case Result.Failure<Isin>(Problem problem) ->
          problem.kind() == FailureKind.NOT_FOUND
              ? Result.success(Optional.empty())
              : Result.failure(problem);
    };
  }

  private static AccountMovement dividend(AlpacaFlow flow, Money amount, Optional<Isin> payer) {
    return payer
        .<AccountMovement>map(
            isin ->
                new AccountMovement.DividendPaid(
                    flow.flowId(),
                    flow.at(),
                    isin,
                    amount,
                    Money.zero(amount.currency()),
                    flow.type()))
        .orElseGet(() -> cash(flow, CashFlowKind.DIVIDEND, amount));
  }

  private static AccountMovement cash(AlpacaFlow flow, CashFlowKind kind, Money amount) {
    return new AccountMovement.CashMoved(flow.flowId(), flow.at(), kind, amount, flow.type());
  }
}
