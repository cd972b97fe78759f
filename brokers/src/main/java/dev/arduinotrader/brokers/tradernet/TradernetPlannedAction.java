package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.kernel.result.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a company is going to do to what the account holds, as the broker announces it.
 * What was really paid is in the broker's report, after taxes.
 *
 * @param kind the broker's word, such as dividend, split or partial_maturity
 * @param amountPerUnit before taxes, in the currency; null where no money is paid
 * @param currency null where no money is paid
 * @param exDate null when the broker does not say yet
 * @param payDate null when the broker does not say yet
 */
public record TradernetPlannedAction(
    String id,
    String kind,
    String symbol,
    @Nullable BigDecimal amountPerUnit,
    @Nullable String currency,
    @Nullable LocalDate exDate,
    @Nullable LocalDate payDate,
    boolean executed) {

  static final String COMMAND = "getPlannedCorpActions";

  /** The rows of the bare list that the broker answers with. */
  static Result<List<TradernetPlannedAction>> readAll(JsonNode answer) {
    return TradernetRow.readList(COMMAND, answer, TradernetPlannedAction::read);
  }

  private static TradernetPlannedAction read(TradernetRow row) {
    Optional<BigDecimal> amount =
        row.decimal("amount_per_one").filter(number -> number.signum() != 0);
    return new TradernetPlannedAction(
        row.needText("id"),
        row.needText("type"),
        row.needText("ticker"),
        amount.orElse(null),
        amount.isPresent() ? row.needText("currency") : null,
        row.day("ex_date").orElse(null),
        row.day("pay_date").orElse(null),
        row.text("executed").filter(text -> text.matches("1|true")).isPresent());
  }
}
