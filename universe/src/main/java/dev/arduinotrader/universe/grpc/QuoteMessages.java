package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.universe.BestOrders;
import dev.arduinotrader.universe.Quote;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A quote with the best orders around it, as it travels. */
final class QuoteMessages {
  private QuoteMessages() {}

  static dev.arduinotrader.contracts.universe.Quote toProto(Quote quote) {
    var message =
        dev.arduinotrader.contracts.universe.Quote.newBuilder()
            .setIsin(quote.isin().value())
            .setPrice(CommonMessages.toProto(quote.price()))
            .setAt(CommonMessages.toProto(quote.at()))
            .setBasis(CommonMessages.toProto(quote.basis()))
            .setSource(quote.source());
    QuoteUnit unit = quote.price().unit();
    BigDecimal bid = quote.orders().bid();
    if (bid != null) {
      message.setBid(CommonMessages.toProto(new Price(bid, unit)));
    }
    BigDecimal ask = quote.orders().ask();
    if (ask != null) {
      message.setAsk(CommonMessages.toProto(new Price(ask, unit)));
    }
    return message.build();
  }

  static Quote fromProto(dev.arduinotrader.contracts.universe.Quote message) {
    Price price = CommonMessages.price(message.getPrice());
    return new Quote(
        Isin.of(message.getIsin()),
        price,
        CommonMessages.instant(message.getAt()),
        CommonMessages.basis(message.getBasis()),
        message.getSource(),
        new BestOrders(
            message.hasBid() ? order(message.getBid(), price) : null,
            message.hasAsk() ? order(message.getAsk(), price) : null));
  }

  /** An order in another unit than the quote's would be another security's. */
  private static @Nullable BigDecimal order(
      dev.arduinotrader.contracts.common.Price message, Price quote) {
    Price order = CommonMessages.price(message);
    if (!order.unit().equals(quote.unit())) {
      throw new IllegalArgumentException(
          "expected bid and ask in %s, found %s".formatted(quote.unit(), order));
    }
    return order.value();
  }
}
