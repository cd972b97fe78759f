package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.kernel.result.Result;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the customer asked the broker for by a form, such as a withdrawal.
 *
 * @param typeCode 181 withdrawal, 337 to a card, 377 deposit, 214 exchange of currencies
 * @param userId null when the broker does not say
 */
public record TradernetClientRequest(
    String requestId,
    long typeCode,
    Status status,
    LocalDate createdOn,
    String name,
    @Nullable String userId) {
  /** How far it is. */
  public enum Status {
    DRAFT,
    IN_PROCESS,
    REJECTED,
    EXECUTED,
    /** A code that nobody knows. */
    UNKNOWN;

    private static Status of(long code) {
      return switch (Math.clamp(code, -1, Integer.MAX_VALUE)) {
        case 0 -> DRAFT;
        case 1 -> IN_PROCESS;
        case 2 -> REJECTED;
        case 3 -> EXECUTED;
        default -> UNKNOWN;
      };
    }
  }

  /** Reads an answer to {@code getClientCpsHistory}. */
  static Result<List<TradernetClientRequest>> readAll(JsonNode answer) {
    return TradernetRow.readList(
        "getClientCpsHistory",
        answer.isArray() ? answer : answer.get("cps"),
        row ->
            new TradernetClientRequest(
                row.needText("id"),
                row.needWhole("type_doc_id"),
                Status.of(row.needWhole("status_c")),
                row.needDay("date_crt"),
                row.text("name").orElse(""),
                row.text("user_id").orElse(null)));
  }
}
