package dev.arduinotrader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.trading.BatchResult.Outcome;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.Trade;
import dev.arduinotrader.trading.TradeCommand;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchLinesTest {
  private static final Instant NOW = Instant.parse("2026-03-04T15:00:00Z");
  private static final Isin APPLE = Isin.of("US0378331005");

  @Test
  void readsWishesAndLeavesRemarksOut() {
    List<BatchLines.Line> lines =
        BatchLines.parse(List.of("# april", "", "a-1, buy, AAPL, 10, 101.5", "a-2,SELL,SIE,5"))
            .orElseThrow();
    assertThat(lines)
        .containsExactly(
            new BatchLines.Line(
                CommandId.of("a-1"), Side.BUY, "AAPL", Quantity.of(10), new BigDecimal("101.5")),
            new BatchLines.Line(CommandId.of("a-2"), Side.SELL, "SIE", Quantity.of(5), null));
  }

  @Test
  void refusesTheWholeListNamingEveryFault() {
    assertThat(
            BatchLines.parse(List.of("a-1,BUY,AAPL,10", "a-2,HOLD,SIE,5", "x", "a-3,BUY,SIE,ten"))
                .problemOrThrow()
                .faults())
        .extracting(Fault::place)
        .containsExactly("line 2", "line 3", "line 4");
  }

  @Test
  void aRepeatShowsWhatThereIsWhateverThePriceHasBecomeAndTriesTheRest() {
    TradeCommand before = wish("a-1", 10, "100");
    TradeCommand now = wish("a-1", 10, "103");
    TradeCommand rest = wish("a-2", 5, "103");
    BatchRepeat repeat = BatchRepeat.of(List.of(now, rest), List.of(trade(before)));
    assertThat(repeat.rest()).containsExactly(rest);
    assertThat(repeat.isGood()).isTrue();
    assertThat(repeat.with(List.of(now, rest), List.of()).outcomes())
        .containsExactly(
            new Outcome.Traded(trade(before)), new Outcome.NotTried(CommandId.of("a-2")));
  }

  @Test
  void anIdThatMeantSomethingElseIsAContradiction() {
    BatchRepeat repeat =
        BatchRepeat.of(List.of(wish("a-1", 11, "100")), List.of(trade(wish("a-1", 10, "100"))));
    assertThat(repeat.contradictions()).extracting(Fault::place).containsExactly("a-1");
  }

  @Test
  void aTradeIsNamedByTheBeginningOfItsIdWhenOnlyOneBeginsSo() {
    Trade one = trade(wish("a-1", 10, "100"));
    assertThat(TradeFinder.brief(one.tradeId())).isEqualTo("0123456789".substring(0, 8));
    assertThat(TradeFinder.one("0123", List.of(one)).orElseThrow()).isEqualTo(one.tradeId());
    assertThat(TradeFinder.one("0", List.of(one, one)).problemOrThrow().code())
        .isEqualTo("IDENTIFIER_AMBIGUOUS");
    assertThat(TradeFinder.one("9", List.of()).problemOrThrow().code())
        .isEqualTo("TRADE_NOT_FOUND");
  }

  private static TradeCommand wish(String id, long quantity, String price) {
    return new TradeCommand(
        CommandId.of(id),
        APPLE,
        Side.BUY,
        Quantity.of(quantity),
        null,
        Price.of(price, QuoteUnit.of("USD")),
        "a list",
        "",
        0);
  }

  private static Trade trade(TradeCommand command) {
    return new Trade(
        "trade-0123456789abcdefghijklmn",
        AccountId.of("paper-1"),
        command.commandId(),
        command.isin(),
        "AAPL",
        command.side(),
        command.quantity(),
        command.limit(),
        OrderState.ACCEPTED,
        "",
        "",
        command.reason(),
        command.planHash(),
        command.planStep(),
        NOW,
        NOW,
        List.of(),
        OrderType.LIMIT,
        TimeInForce.GTC);
  }
}
