package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.kernel.result.Result;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the account has, out of one answer. */
public record TradernetPortfolio(List<Cash> cash, List<Position> positions) {
  public TradernetPortfolio {
    cash = List.copyOf(cash);
    positions = List.copyOf(positions);
  }

  /**
   * Money in one currency.
   *
   * @param amount may be negative
   * @param settlingIn still to come in from settlement, null when the broker does not say
   * @param settlingOut still to go out to settlement, null when the broker does not say
   */
  public record Cash(
      String currency,
      BigDecimal amount,
      @Nullable BigDecimal settlingIn,
      @Nullable BigDecimal settlingOut) {}

  /**
   * One holding. The broker's own valuation is left out: it has been seen to be the total of all.
   *
   * @param quantity negative when short
   * @param averageCost null when the broker does not say
   * @param lastPrice may be hours old; null when the broker does not say
   * @param isin null when the broker does not say
   */
  public record Position(
      String symbol,
      BigDecimal quantity,
      @Nullable BigDecimal averageCost,
      @Nullable BigDecimal lastPrice,
      @Nullable String currency,
      @Nullable String isin) {}

  /**
   * Reads an answer to {@code getPositionJson}. Without {@code ps}, or without either list, or
   * while the broker says that it is not loaded, nothing is known: a failure, not an empty account.
   */
  static Result<TradernetPortfolio> read(JsonNode answer) {
    String command = "getPositionJson";
    JsonNode portfolio = answer.get("ps") == null ? answer : answer.get("ps");
    JsonNode loaded = portfolio.get("loaded");
    if (loaded != null && !loaded.isNull() && !loaded.asBoolean(true)) {
      return WireReason.WIRE_UNAVAILABLE.failure(
          "expected a loaded portfolio in the answer to %s, found one that is not yet"
              .formatted(command));
    }
    JsonNode cash = portfolio.get("acc");
    JsonNode positions = portfolio.get("pos");
    if (cash == null || positions == null) {
      return WireReason.WIRE_MALFORMED.failure(
          "expected acc and pos in the answer to %s, found %s"
              .formatted(command, cash == null ? positions == null ? "neither" : "pos" : "acc"));
    }
    return TradernetRow.readList(command + " (acc)", cash, TradernetPortfolio::cash)
        .then(
            money ->
                TradernetRow.readList(command + " (pos)", positions, TradernetPortfolio::position)
                    .map(held -> new TradernetPortfolio(money, held)));
  }

  private static Cash cash(TradernetRow row) {
    return new Cash(
        row.needText("curr"),
        row.needDecimal("s"),
        row.decimal("t2_in").orElse(null),
        row.decimal("t2_out").orElse(null));
  }

  private static Position position(TradernetRow row) {
    return new Position(
        row.needText("i"),
        row.needDecimal("q"),
        row.decimal("bal_price_a", "price_a").orElse(null),
        row.decimal("mkt_price").filter(price -> price.signum() > 0).orElse(null),
        row.text("curr").orElse(null),
        row.text("issue_nb").orElse(null));
  }
}
