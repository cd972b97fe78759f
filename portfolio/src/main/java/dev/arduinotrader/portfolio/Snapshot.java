package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * The state that a plan is made from, complete: whoever has it needs nothing else of the account.
 *
 * @param snapshotId made of both hashes and the decision time
 * @param identityHash SHA-256 over what the account has and wants: holdings, cash, open orders,
 *     policy, securities, dates that cooldowns need, and the version of the form
 * @param marketHash SHA-256 over prices and rates
 * @param total cash and holdings in the base currency, without what {@code incomplete} names
 * @param securities the whole universe with prices, in the order of ISIN
 * @param rates from the base currency to every other currency in use
 * @param incomplete one sentence for every holding and balance whose value is not known; planning
 *     is refused by what it needs of it
 */
public record Snapshot(
    String snapshotId,
    AccountId accountId,
    Instant decisionTime,
    Currency baseCurrency,
    String identityHash,
    String marketHash,
    Money total,
    List<CashBalance> cash,
    List<Position> positions,
    OpenExposure exposure,
    List<SnapshotSecurity> securities,
    List<FxRate> rates,
    PolicyVersion policy,
    List<String> incomplete) {
  public Snapshot {
    cash = List.copyOf(cash);
    positions = List.copyOf(positions);
    securities = List.copyOf(securities);
    rates = List.copyOf(rates);
    incomplete = List.copyOf(incomplete);
  }
}
