package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.placement.Endpoint;
import java.util.List;
import java.util.function.Consumer;

/** What a move of state asks of trading, wherever trading and the books are called. */
public interface Orders {
  /**
   * Where both are called.
   *
   * @param portfolio knows all accounts
   * @param trading halts them
   */
  record Places(Endpoint portfolio, Endpoint trading) {}

  /**
   * Halts every account until it is seen to agree with its broker.
   *
   * @param reason why, for the record
   * @param halted hears of each account that was not halted before, when it is
   */
  Result<Done> halt(Places places, String reason, Consumer<AccountId> halted);

  /** Lets these accounts trade again when they agree with their broker. */
  Result<Done> resume(Places places, List<AccountId> accounts, String reason);

  /** Compares every account with its broker; one sentence for each. */
  Result<List<String>> compare(Places places);
}
