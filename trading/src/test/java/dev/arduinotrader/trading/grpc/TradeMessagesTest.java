package dev.arduinotrader.trading.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.arduinotrader.contracts.common.Price;
import dev.arduinotrader.contracts.trading.ExecuteTradeRequest;
import dev.arduinotrader.contracts.trading.TradeWish;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.OrderState;
import org.junit.jupiter.api.Test;

class TradeMessagesTest {
  @Test
  void aRequestWithFaultsIsRefusedNamingAllOfThem() {
    ExecuteTradeRequest request =
        ExecuteTradeRequest.newBuilder()
            .setWish(
                TradeWish.newBuilder()
                    .setIsin("US0378331006")
                    .setQuantity("ten")
                    .setLimit(Price.newBuilder().setValue("-1").setQuoteUnit("USD")))
            .build();
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> TradeMessages.fromProto(request));
    assertThat(refusal.problem().faults())
        .extracting(Fault::place)
        .containsExactly(
            "command_id",
            "wish.isin",
            "wish.side",
            "wish.quantity",
            "wish.limit",
            "wish.estimated_price");
  }

  @Test
  void everyStateAndModeTravels() {
    assertThat(OrderState.values())
        .allSatisfy(
            state ->
                assertThat(EnumMessages.fromProto(EnumMessages.toProto(state))).isEqualTo(state));
    assertThat(Mode.values())
        .allSatisfy(
            mode -> assertThat(EnumMessages.fromProto(EnumMessages.toProto(mode))).isEqualTo(mode));
  }
}
