package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.OrderName;
import dev.arduinotrader.trading.model.OrderProgress;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders that came into the store beside the desk, as if at the same moment. */
final class OtherOrders {
  private OtherOrders() {}

  /** An order that the broker has accepted, holding this money. */
  static void open(World world, TradeCommand command, @Nullable Money reserved) {
    Instant now = world.clock.now();
    String tradeId = "trade-beside-" + command.commandId();
    world
        .store()
        .write(
            book -> {
              OrderName name =
                  new OrderName(
                      tradeId,
                      1,
                      ClientOrderId.of("beside-" + command.commandId()),
                      book.nextBrokerReference(world.now().account()));
              SecurityTerms terms =
                  new SecurityTerms(
                      command.isin(),
                      "BESIDE",
                      command.side(),
                      command.quantity(),
                      command.estimatedPrice());
              OrderProgress progress =
                  new OrderProgress(
                      OrderState.ACCEPTED, BigDecimal.ZERO, reserved, "", now, now, 0, "");
              Intent intent =
                  new Intent(
                      tradeId,
                      world.now().account(),
                      command,
                      false,
                      "BESIDE",
                      "",
                      "",
                      now,
                      now,
                      List.of(new Order(name, terms, reserved, progress)));
              book.insert(intent);
              return tradeId;
            });
  }
}
