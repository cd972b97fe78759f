package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.kernel.result.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Money that came in (positive) or went out.
 *
 * @param flowId the broker's own, as a text
 * @param typeCode such as bank, card, dividend, tax or commission_for_trades
 * @param day at the broker
 */
public record TradernetCashFlow(
    String flowId,
    String typeCode,
    LocalDate day,
    BigDecimal amount,
    String currency,
    String comment) {
  /**
   * A page of flows.
   *
   * @param total of all pages
   */
  public record Page(long total, List<TradernetCashFlow> flows) {
    public Page {
      flows = List.copyOf(flows);
    }
  }

  /** Reads an answer to {@code getUserCashFlows}; without list or total it is a failure. */
  static Result<Page> read(JsonNode answer) {
    String command = "getUserCashFlows";
    return TradernetRow.readOne(command, answer, row -> row.needWhole("total"))
        .then(
            total ->
                total == 0 && answer.get("cashflow") == null
                    ? Result.success(new Page(0, List.of()))
                    : TradernetRow.readList(command, answer.get("cashflow"), TradernetCashFlow::row)
                        .map(flows -> new Page(total, flows)));
  }

  private static TradernetCashFlow row(TradernetRow row) {
    return new TradernetCashFlow(
        row.needText("id"),
        row.needText("type_code"),
        row.needDay("date"),
        row.needDecimal("sum"),
        row.needText("currency"),
        row.text("comment").orElse(""));
  }
}
