package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.InvestmentPolicy.Autonomy;
import dev.arduinotrader.portfolio.InvestmentPolicy.Costs;
import dev.arduinotrader.portfolio.InvestmentPolicy.Limits;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.SecurityWish;
import dev.arduinotrader.portfolio.Summary;
import dev.arduinotrader.portfolio.TradeDates;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.universe.BuyRule;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.MarketPhase;
import dev.arduinotrader.universe.MarketStatus;
import dev.arduinotrader.universe.ProductType;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.Security;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts under which a trade passes; a test spoils one of them. */
final class Facts {
  static final Isin APPLE = Isin.of("US0378331005");
  static final Instant NOW = Instant.parse("2026-03-04T15:00:00Z");
  static final Switches OPEN = new Switches(Mode.PAPER, false, "", false, false);

  Instant decidedAt = NOW;
  Side side = Side.BUY;
  Quantity quantity = Quantity.of(10);
  @Nullable Price limit;
  Price estimated = usd("100");
  OrderType type = OrderType.LIMIT;
  TimeInForce timeInForce = TimeInForce.GTC;
  BrokerOffer offer = new BrokerOffer("test", Set.of(OrderType.LIMIT), Set.of(TimeInForce.GTC));
  GateFacts.Turn turn = new GateFacts.Turn.NewTrade();
  Switches switches = OPEN;
  Result<Long> booked = Result.success(7L);
  Result<InvestmentPolicy> policy = Result.success(policy(List.of()));
  Map<Currency, Money> settled = new HashMap<>(Map.of(Currency.EUR, eur("30000.00")));
  @Nullable Result<Map<Currency, Money>> settledAnswer;
  Result<Quantity> held = Result.success(Quantity.of(10));
  Result<Security> security = Result.success(security("USD", null, true));
  Result<Quote> quote = Result.success(quote("100", NOW.minusSeconds(60)));
  Result<FxRate> rate = Result.success(rate("1.25", NOW.minusSeconds(60)));
  List<Order> others = List.of();
  Result<MarketStatus> market = Result.success(market(MarketPhase.OPEN, BuyRule.FLEXIBLE));
  @Nullable Result<Price> reference;
  Result<TradeDates> dates = Result.success(TradeDates.NONE);
  Result<Summary> worth = Result.success(worth("30000.00"));
  Result<Summary> worthAtDayStart = Result.success(worth("30000.00"));
  Result<List<CorporateAction>> pending = Result.success(List.of());
  Instant latestTradeAt = NOW;
  List<PastTrade> past = List.of();
  String planHash = "";

  GateFacts facts() {
    TradeCommand command =
        new TradeCommand(
            CommandId.of("cmd-1"),
            APPLE,
            side,
            quantity,
            limit,
            estimated,
            "test",
            planHash,
            planHash.isEmpty() ? 0 : 1,
            type,
            timeInForce);
    Result<Map<Currency, Money>> cash = settledAnswer;
    Result<Price> closes = reference;
    return new GateFacts(
        NOW,
        decidedAt,
        command,
        offer,
        turn,
        switches,
        Currency.EUR,
        7,
        booked,
        policy,
        cash == null ? Result.success(settled) : cash,
        held,
        security,
        quote,
        rate,
        others,
        new Surroundings(
            market,
            closes == null ? quote.map(Quote::price) : closes,
            dates,
            worth,
            worthAtDayStart,
            pending,
            latestTradeAt,
            past));
  }

  GateVerdict verdict() {
    return Gate.check(facts());
  }

  static InvestmentPolicy policy(List<SecurityWish> wishes) {
    return new InvestmentPolicy(
        new Costs(eur("2.00"), 0.002, 0.0005, 0.0002),
        new Limits(0.15, 0.35, 0.30, eur("20000.00"), 5, Duration.ofDays(4)),
        new InvestmentPolicy.Planner(
            3, 20, 0.001, 0.01, Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1)),
        new InvestmentPolicy.Scoring(0.11, 0.5, 0.3, 0.2),
        new InvestmentPolicy.Optimizer(0.5, 500, "LEDOIT_WOLF"),
        eur("500.00"),
        Autonomy.FULL,
        wishes);
  }

  static Security security(String unit, @Nullable String tick, boolean tradable) {
    QuoteUnit quoteUnit = QuoteUnit.of(unit);
    return new Security(
        APPLE,
        "AAPL",
        "Apple",
        ProductType.EQUITY,
        null,
        null,
        "XNAS",
        quoteUnit,
        Lot.ONE,
        tick == null ? null : Price.of(tick, quoteUnit),
        tradable,
        false);
  }

  static MarketStatus market(MarketPhase phase, BuyRule rule) {
    return new MarketStatus(
        "XNAS",
        "Nasdaq",
        ZoneOffset.UTC,
        rule,
        phase,
        LocalDate.of(2026, 3, 4),
        null,
        NOW.plusSeconds(3_600),
        null,
        LocalDate.of(2027, 1, 1));
  }

  /** Cash of 10,000 EUR, and one holding. */
  static Summary worth(@Nullable String holding) {
    Money zero = eur("0.00");
    Money cash = eur("10000.00");
    Money value = holding == null ? null : eur(holding);
    return new Summary(
        new Account(AccountId.of("paper-1"), Currency.EUR, "paper", Environment.PAPER, NOW),
        Currency.EUR,
        NOW,
        cash,
        value,
        value == null ? null : cash.plus(value),
        null,
        List.of(new CashBalance(Currency.EUR, cash, zero, zero, cash, cash, cash)),
        List.of(
            new Position(
                Isin.of("DE0007236101"),
                "SIE",
                "Siemens",
                Quantity.of(10),
                null,
                null,
                null,
                value,
                value,
                null,
                null,
                null,
                "")),
        List.of(),
        List.of(),
        List.of());
  }

  static PastTrade past(Duration ago, String value) {
    return new PastTrade("trade-9", NOW.minus(ago), Result.success(eur(value)), "", 0, true);
  }

  static Quote quote(String price, Instant at) {
    return new Quote(APPLE, usd(price), at, PriceBasis.RAW, "test");
  }

  static FxRate rate(String rate, Instant at) {
    return new FxRate(Currency.EUR, Currency.USD, new java.math.BigDecimal(rate), at, "test");
  }

  static Price usd(String price) {
    return Price.of(price, QuoteUnit.of("USD"));
  }

  static Money eur(String amount) {
    return Money.of(amount, Currency.EUR);
  }

  static Money dollars(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
