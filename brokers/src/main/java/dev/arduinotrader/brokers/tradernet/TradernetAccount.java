package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.Urgency;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the account has, and the money that came and went. */
public final class TradernetAccount {
  private static final int PAGE_ROWS = 200;
  private static final int PAGES_MAX = 50;

  /** One of the two times of day for which the broker makes reports; any other is refused. */
  private static final String END_OF_DAY = "23:59:59";

  /** The one kind of reception that is documented. */
  private static final int RECEPTION = 35;

  private final TradernetClient client;

  public TradernetAccount(TradernetClient client) {
    this.client = client;
  }

  /** Whose keys these are; the check that they are valid as well. */
  public Result<TradernetUser> user() {
    return client.read("GetAllUserTexInfo", Map.of(), Urgency.ACCOUNT).then(TradernetUser::read);
  }

  /** Cash and positions at one instant. */
  public Result<TradernetPortfolio> portfolio() {
    return client.read("getPositionJson", Map.of(), Urgency.ACCOUNT).then(TradernetPortfolio::read);
  }

  /**
   * Money that came and went on or after a day, oldest first, to the last page. WIRE_MALFORMED when
   * the pages do not add up to the total that the broker names.
   */
  public Result<List<TradernetCashFlow>> cashFlows(LocalDate from) {
    List<TradernetCashFlow> flows = new ArrayList<>();
    for (int page = 0; page < PAGES_MAX; page++) {
      Result<TradernetCashFlow.Page> read = page(from, flows.size());
      if (read instanceof Result.Failure<TradernetCashFlow.Page>(Problem problem)) {
        return Result.failure(problem);
      }
      TradernetCashFlow.Page next = read.orElseThrow();
      flows.addAll(next.flows());
      if (flows.size() >= next.total()) {
        return Result.success(flows.stream().distinct().toList());
      }
      if (next.flows().isEmpty()) {
        return WireReason.WIRE_MALFORMED.failure(
            "expected %d rows in the answers to getUserCashFlows, found an empty page after %d"
                .formatted(next.total(), flows.size()));
      }
    }
    return WireReason.WIRE_MALFORMED.failure(
        "expected at most %d rows in the answers to getUserCashFlows, found more"
            .formatted(PAGES_MAX * PAGE_ROWS));
  }

  private Result<TradernetCashFlow.Page> page(LocalDate from, int skip) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("take", PAGE_ROWS);
    parameters.put("skip", skip);
    parameters.put("without_refund", 0);
    parameters.put(
        "filters",
        List.of(Map.of("field", "date", "operator", "eqormore", "value", from.toString())));
    parameters.put("sort", List.of(Map.of("field", "date", "dir", "ASC")));
    return client
        .read("getUserCashFlows", parameters, Urgency.ACCOUNT)
        .then(TradernetCashFlow::read);
  }

  /** What the customer asked for by forms in a time, both days included. */
  public Result<List<TradernetClientRequest>> requests(LocalDate from, LocalDate to) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("date_from", from.toString());
    parameters.put("date_to", to.toString());
    return client
        .read("getClientCpsHistory", parameters, Urgency.ACCOUNT)
        .then(TradernetClientRequest::readAll);
  }

  /** Payments in and out by the broker's report, both days included. */
  public Result<List<TradernetReport.InOut>> reportedInOuts(LocalDate from, LocalDate to) {
    return report("in_outs", from, to, TradernetReport::inOuts);
  }

  /** Fees by the broker's report, both days included. */
  public Result<List<TradernetReport.Commission>> reportedCommissions(
      LocalDate from, LocalDate to) {
    return report("commissions", from, to, TradernetReport::commissions);
  }

  /** Dividends and the like by the broker's report, both days included; net of taxes. */
  public Result<List<TradernetReport.CorporateAction>> reportedCorporateActions(
      LocalDate from, LocalDate to) {
    return report("corporate_actions", from, to, TradernetReport::corporateActions);
  }

  /** What companies are going to do to what is held, as announced: before taxes, not yet paid. */
  public Result<List<TradernetPlannedAction>> plannedCorporateActions() {
    return client
        .read(TradernetPlannedAction.COMMAND, Map.of("reception", RECEPTION), Urgency.ACCOUNT)
        .then(TradernetPlannedAction::readAll);
  }

  private <T> Result<T> report(
      String type, LocalDate from, LocalDate to, Function<JsonNode, Result<T>> reader) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("date_start", from.toString());
    parameters.put("date_end", to.toString());
    parameters.put("time_period", END_OF_DAY);
    parameters.put("format", "json");
    parameters.put("type", type);
    return client.read("getBrokerReport", parameters, Urgency.ACCOUNT).then(reader);
  }
}
