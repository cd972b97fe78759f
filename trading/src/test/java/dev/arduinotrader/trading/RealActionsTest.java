package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.BooksQuery;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.UpdatePolicy;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.universe.ActionKind;
import dev.arduinotrader.universe.ActionQuery;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.CorporateAction.CashDividend;
import dev.arduinotrader.universe.CorporateAction.Split;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.UniverseModule;
import dev.arduinotrader.universe.UniverseSettings;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample market's split and the dividends around it, with the real universe and books. */
class RealActionsTest {
  private static final Quantity UNITS = Quantity.of(100);
  private static final int DAYS = 38;

  private final MovedClock clock = MovedClock.at("2017-06-05T12:00:00Z");
  private int commands;

  @Test
  void booksAgreeOverASplitAndADividendAndOrdersGoOn(@TempDir Path directory) {
    try (UniverseModule market =
            UniverseModule.open(UniverseSettings.in(directory), clock).orElseThrow();
        PortfolioModule books = PortfolioModule.open(directory, market.local(), clock);
        TradingModule module =
            TradingModule.open(directory, books.local(), market.local(), clock, new CountedIds())) {
      TradingService trading = module.local();
      open(books, trading);
      Split split = first(market, Split.class);
      CashDividend dividend = first(market, CashDividend.class);
      assertThat(dividend.isin()).isNotEqualTo(split.isin());
      buy(trading, market, split.isin());
      buy(trading, market, dividend.isin());

      clock.moveTo(split.exDate().minusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC));
      double before = value(held(books, split.isin()));
      clock.advance(Duration.ofHours(27));
      assertThat(sell(trading, market, split.isin()).denialCode()).isEqualTo("ACTION_PENDING");
      for (int day = 0; day < DAYS; day++) {
        clock.advance(Duration.ofDays(1));
        assertThat(trading.reconcile(now()).orElseThrow().differences()).as("day " + day).isEmpty();
        assertThat(trading.reconcile(now()).orElseThrow().differences()).as("day " + day).isEmpty();
        Position position = held(books, split.isin());
        assertThat(position.note()).isEmpty();
        assertThat(position.quantity()).isEqualTo(Quantity.of(400));
        assertThat(value(position)).isBetween(before * 0.7, before * 1.4);
      }
      assertThat(entries(books))
          .extracting(BrokerMovement::sourceId)
          .containsExactlyInAnyOrderElementsOf(owed(market, split.isin(), dividend.isin()));
      assertThat(entries(books))
          .filteredOn(entry -> entry.sourceId().contains(dividend.isin().value()))
          .first()
          .isInstanceOfSatisfying(
              LedgerEntry.Dividend.class,
              paid -> assertThat(paid.gross()).isEqualTo(gross(dividend)));
      assertThat(books.local().verifyBooks(now()).orElseThrow().faults()).isEmpty();
      assertThat(books.local().verifyBooks(now()).orElseThrow().unexplained()).isEmpty();
      Trade sold = sell(trading, market, split.isin());
      assertThat(sold.denialCode()).as(sold.message()).isEmpty();
      clock.advance(Duration.ofHours(6));
      assertThat(trading.reconcile(now()).orElseThrow().differences()).isEmpty();
      assertThat(held(books, split.isin()).quantity()).isEqualTo(Quantity.of(300));
    }
  }

  private List<BrokerMovement> entries(PortfolioModule books) {
    return books
        .local()
        .exportBooks(now(), new BooksQuery(0, BooksQuery.LIMIT_MAX))
        .orElseThrow()
        .movements()
        .stream()
        .filter(LedgerEntry.class::isInstance)
        .toList();
  }

  /** The names of all that was announced for these and is to have come by now. */
  private List<String> owed(UniverseModule market, Isin... isins) {
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    ActionQuery all =
        new ActionQuery(List.of(isins), LocalDate.parse("2017-06-09"), today, null, 1_000);
    return market.local().listCorporateActions(now(), all).orElseThrow().actions().stream()
        .filter(action -> !arrives(action).isAfter(today))
        .map(
            action ->
                "%s-%s-%s"
                    .formatted(
                        action.kind() == ActionKind.SPLIT ? "split" : "dividend",
                        action.isin(),
                        action.exDate()))
        .toList();
  }

  private static LocalDate arrives(CorporateAction action) {
    return action instanceof CashDividend dividend && dividend.payDate() != null
        ? dividend.payDate()
        : action.exDate();
  }

  private static double value(Position position) {
    return Objects.requireNonNull(position.value()).amount().doubleValue();
  }

  private static Money gross(CashDividend dividend) {
    return Money.rounded(
        dividend.amountPerShare().multiply(UNITS.value()),
        dividend.currency(),
        RoundingMode.HALF_EVEN);
  }

  /** The first of its kind from the week after on, as it is known by then. */
  private <T extends CorporateAction> T first(UniverseModule market, Class<T> kind) {
    LocalDate from = LocalDate.parse("2017-06-09");
    return market
        .local()
        .listCorporateActions(
            Contexts.at("2017-07-20T12:00:00Z"), ActionQuery.between(from, from.plusDays(14)))
        .orElseThrow()
        .actions()
        .stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  private void open(PortfolioModule books, TradingService trading) {
    books
        .local()
        .createAccount(
            now(),
            new CreateAccount(
                nextCommand(), Contexts.ACCOUNT, Currency.EUR, "paper", Environment.PAPER))
        .orElseThrow();
    PolicyVersion policy = books.local().getPolicy(now()).orElseThrow();
    books
        .local()
        .updatePolicy(now(), new UpdatePolicy(nextCommand(), policy.version(), Unguarded.policy()))
        .orElseThrow();
    Money money = Money.of("900000.00", Currency.EUR);
    trading.paperCashFlow(now(), new PaperCashFlow(nextCommand(), money)).orElseThrow();
  }

  private void buy(TradingService trading, UniverseModule market, Isin isin) {
    Trade trade = trade(trading, market, isin, Side.BUY);
    assertThat(trade.denialCode()).as(trade.message()).isEmpty();
    for (int look = 0; look < 4; look++) {
      clock.advance(Duration.ofHours(2));
      assertThat(trading.reconcile(now()).orElseThrow().differences()).isEmpty();
    }
    assertThat(trading.getTradeStatus(now(), trade.tradeId()).orElseThrow().state())
        .isEqualTo(OrderState.FILLED);
  }

  private Trade sell(TradingService trading, UniverseModule market, Isin isin) {
    return trade(trading, market, isin, Side.SELL);
  }

  private Trade trade(TradingService trading, UniverseModule market, Isin isin, Side side) {
    var quotes =
        market.local().getQuotes(now(), QuoteRequest.latest(List.of(isin))).orElseThrow().quotes();
    return trading
        .executeTrade(
            now(),
            new TradeCommand(
                nextCommand(), isin, side, UNITS, null, quotes.getFirst().price(), "a test", "", 0))
        .orElseThrow();
  }

  private Position held(PortfolioModule books, Isin isin) {
    Snapshot snapshot = books.local().getSnapshot(now(), OpenExposure.NONE).orElseThrow();
    return snapshot.positions().stream()
        .filter(position -> position.isin().equals(isin))
        .findFirst()
        .orElseThrow();
  }

  private CommandId nextCommand() {
    return CommandId.of("cmd-" + ++commands);
  }

  private CallContext now() {
    return Contexts.at(clock.now());
  }
}
