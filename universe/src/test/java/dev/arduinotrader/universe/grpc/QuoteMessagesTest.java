package dev.arduinotrader.universe.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.universe.BestOrders;
import dev.arduinotrader.universe.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteMessagesTest {
  private static Quote quote(BestOrders orders) {
    return new Quote(
        Isin.of("US0378331005"),
        Price.of("100.10", QuoteUnit.of("USD")),
        Instant.parse("2026-03-04T16:30:00Z"),
        PriceBasis.RAW,
        "tradernet",
        orders);
  }

  @Test
  void carriesEachSideOrItsAbsence() {
    BigDecimal bid = new BigDecimal("100.05");
    BigDecimal ask = new BigDecimal("100.15");
    for (BestOrders orders :
        List.of(
            BestOrders.UNTOLD,
            new BestOrders(bid, null),
            new BestOrders(null, ask),
            new BestOrders(bid, ask))) {
      assertThat(QuoteMessages.fromProto(QuoteMessages.toProto(quote(orders))))
          .isEqualTo(quote(orders));
    }
  }

  @Test
  void refusesAnOrderInAnotherUnitThanThePrice() {
    var pence = CommonMessages.toProto(Price.of("10010", QuoteUnit.of("GBX")));
    var message = QuoteMessages.toProto(quote(BestOrders.UNTOLD)).toBuilder().setAsk(pence).build();
    assertThatThrownBy(() -> QuoteMessages.fromProto(message))
        .hasMessageContaining("expected bid and ask in USD", "GBX");
  }
}
