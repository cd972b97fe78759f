package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.kernel.result.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of the broker's report over a period. */
public final class TradernetReport {
  private static final String COMMAND = "getBrokerReport";

  private TradernetReport() {}

  /**
   * Money paid in (positive) or out.
   *
   * @param rowId null for rows that the broker does not name
   */
  public record InOut(
      @Nullable String rowId,
      String typeCode,
      LocalDate day,
      BigDecimal amount,
      String currency,
      String comment) {}

  /** A fee; those of trades say so in their comment and repeat what the trade says. */
  public record Commission(
      String type, LocalDate day, BigDecimal amount, String currency, String comment) {
    /** Whether it repeats a trade's own commission. */
    public boolean isForTrade() {
      return comment.toLowerCase(java.util.Locale.ROOT).contains("for trade");
    }
  }

  /**
   * What a corporate action brought.
   *
   * @param net after the taxes
   * @param tax withheld by the broker, null when it does not say
   * @param externalTax withheld abroad, null when the broker does not say
   */
  public record CorporateAction(
      String typeCode,
      String actionId,
      String symbol,
      LocalDate day,
      BigDecimal net,
      String currency,
      @Nullable BigDecimal tax,
      @Nullable BigDecimal externalTax) {}

  static Result<List<InOut>> inOuts(JsonNode answer) {
    return detailed(
        answer,
        row ->
            new InOut(
                row.text("id").orElse(null),
                row.needText("type_id"),
                row.needDay("date"),
                row.needDecimal("amount"),
                row.needText("currency"),
                row.text("comment").orElse("")));
  }

  static Result<List<Commission>> commissions(JsonNode answer) {
    return detailed(
        answer,
        row ->
            new Commission(
                row.needText("type"),
                row.needDay("datetime"),
                row.needDecimal("sum"),
                row.needText("currency"),
                row.text("comment").orElse("")));
  }

  static Result<List<CorporateAction>> corporateActions(JsonNode answer) {
    return detailed(
        answer,
        row ->
            new CorporateAction(
                row.needText("type_id"),
                row.needText("corporate_action_id"),
                row.needText("ticker"),
                row.needDay("date"),
                row.needDecimal("amount"),
                row.needText("currency"),
                row.decimal("tax_amount").orElse(null),
                row.decimal("external_tax").orElse(null)));
  }

  private static <T> Result<List<T>> detailed(
      JsonNode answer, java.util.function.Function<TradernetRow, T> reader) {
    JsonNode report = answer.get("report");
    return report == null
        ? WireReason.WIRE_MALFORMED.failure(
            "expected report in the answer to " + COMMAND + ", found none")
        : TradernetRow.readList(COMMAND, report.get("detailed"), reader);
  }
}
