package dev.arduinotrader.gateway.autopilot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.gateway.DepositCommand;
import dev.arduinotrader.gateway.FakeGateway;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.portfolio.FakePortfolio;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import org.junit.jupiter.api.Test;

class FirstStartTest {
  private static final Money DEPOSIT = Money.of("30000", Currency.EUR);

  private final MovedClock clock = MovedClock.at("2026-11-20T12:00:00Z");
  private final FakePortfolio portfolio = new FakePortfolio();
  private final FakeGateway gateway = new FakeGateway(clock.now());
  private final FirstStart firstStart =
      new FirstStart(portfolio, gateway, clock, new CountedIds(), Contexts.ACCOUNT, DEPOSIT);

  @Test
  void repeatsTheSameWishWhenTheAccountWasOpenedAndTheMoneyDidNotArrive() {
    gateway.failWith(CommonReason.UNAVAILABLE.problem("trading still starts"));
    assertThat(firstStart.ensure().isSuccess()).isFalse();

    gateway.failWith(null);
    assertThat(firstStart.ensure().orElseThrow()).isTrue();

    assertThat(gateway.deposits())
        .hasSize(2)
        .extracting(DepositCommand::amount)
        .containsOnly(DEPOSIT);
    assertThat(gateway.deposits())
        .extracting(DepositCommand::commandId)
        .containsOnly(gateway.deposits().getFirst().commandId());
  }

  @Test
  void paysNothingIntoBooksThatHaveSeenMoney() {
    portfolio.cash("5.00", Currency.EUR);

    assertThat(firstStart.ensure().orElseThrow()).isTrue();

    assertThat(gateway.deposits()).isEmpty();
  }

  @Test
  void waitsWhileThePortfolioDoesNotAnswer() {
    portfolio.unreachable();

    assertThat(firstStart.ensure().isSuccess()).isFalse();
    assertThat(gateway.deposits()).isEmpty();
  }
}
