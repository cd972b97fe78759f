package dev.arduinotrader.portfolio.exchange.ghostfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.SymbolFinder;
import dev.arduinotrader.portfolio.exchange.text.BooksTag;
import dev.arduinotrader.portfolio.exchange.text.ContentId;
import dev.arduinotrader.portfolio.exchange.text.Symbols;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the activities of an export of Ghostfolio; see docs/formats.md for what each type becomes.
 */
public final class GhostfolioJson {
  private final List<Fault> faults = new ArrayList<>();
  private final List<BrokerMovement> movements = new ArrayList<>();
  private final ContentId ids = new ContentId("gf");
  private final Map<String, Optional<Isin>> isins = new HashMap<>();
  private final Map<String, Activity> feesOf = new LinkedHashMap<>();
  private final SymbolFinder symbols;

  private GhostfolioJson(SymbolFinder symbols) {
    this.symbols = symbols;
  }

  /**
   * The movements of a whole file, without numbers of an outbox.
   *
   * @param symbols asked for symbols of which the file itself does not say the ISIN
   * @return INVALID_ARGUMENT naming every fault with its place, each unknown symbol once
   */
  public static Result<List<BrokerMovement>> read(String text, SymbolFinder symbols) {
    JsonNode root;
    try {
      root = Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      return Result.failure(
          Problem.invalid("file", "expected JSON, found: " + e.getOriginalMessage()));
    }
    if (!root.path("activities").isArray() || root.path("activities").isEmpty()) {
      return Result.failure(
          Problem.invalid(
              "activities", "expected a list of activities, found none\nMaybe export again."));
    }
    return new GhostfolioJson(symbols).movements(root);
  }

  private Result<List<BrokerMovement>> movements(JsonNode root) {
    root.path("assetProfiles").forEach(this::addProfile);
    SortedSet<String> accounts = new TreeSet<>();
    int index = 0;
    for (JsonNode node : root.path("activities")) {
      Activity activity = Activity.read("activities[" + index + "]", node, faults);
      index++;
      if (activity != null) {
        accounts.add(activity.account());
        add(activity);
      }
    }
    if (accounts.size() > 1) {
      faults.add(
          new Fault(
              "activities",
              "expected the activities of one account, found those of %s\nMaybe export one at a time."
                  .formatted(accounts)));
    }
    feesOf.forEach(this::addFee);
    return faults.isEmpty()
        ? Result.success(List.copyOf(movements))
        : Result.failure(Problem.invalid(faults));
  }

  private void addProfile(JsonNode profile) {
    String isin = profile.path("isin").asText("");
    if (!isin.isEmpty() && !isin.equals("null")) {
      try {
        isins.put(profile.path("symbol").asText(""), Optional.of(Isin.of(isin)));
      } catch (IllegalArgumentException e) {
        faults.add(new Fault("assetProfiles", String.valueOf(e.getMessage())));
      }
    }
  }

  private void add(Activity activity) {
    if (activity.tag().has(BooksTag.FEE_OF)) {
      feesOf.put(activity.tag().get(BooksTag.FEE_OF), activity);
      return;
    }
    String id =
        activity.tag().has(BooksTag.ID)
            ? activity.tag().get(BooksTag.ID)
            : activity.ownId().isEmpty() ? ids.next(activity.content()) : "gf-" + activity.ownId();
    try {
      switch (activity.type()) {
        case BUY -> trade(activity, id, Side.BUY);
        case SELL -> trade(activity, id, Side.SELL);
        case DIVIDEND -> dividend(activity, id);
        case INTEREST -> interest(activity, id);
        case FEE -> flow(activity, id, CashFlowKind.FEE, paid(activity).negated());
        case ITEM, LIABILITY ->
            fault(
                activity,
                "type",
                "expected money or a security, found %s %s worth %s\nMaybe remove it: the books have"
                        .formatted(activity.type(), activity.symbol(), activity.unitPrice())
                    + " no home for it.");
      }
    } catch (IllegalArgumentException e) {
      fault(activity, activity.type().name(), String.valueOf(e.getMessage()));
    }
  }

  private void fault(Activity activity, String field, String message) {
    faults.add(new Fault(activity.place() + "." + field, message));
  }

  private Optional<Isin> isin(Activity activity) {
    return isins.computeIfAbsent(
        activity.symbol(),
        symbol -> {
          try {
            return Optional.of(Symbols.resolve(symbol, symbols));
          } catch (IllegalArgumentException e) {
            faults.add(new Fault("symbol " + symbol, String.valueOf(e.getMessage())));
            return Optional.empty();
          }
        });
  }

  private static ClientOrderId order(Activity activity, String id) {
    BooksTag tag = activity.tag();
    return ClientOrderId.of(tag.has(BooksTag.ORDER) ? tag.get(BooksTag.ORDER) : id);
  }

  private void trade(Activity activity, String id, Side side) {
    Optional<Isin> isin = isin(activity);
    if (activity.quantity().signum() == 0 || activity.unitPrice().signum() == 0) {
      fault(
          activity,
          "quantity",
          "expected a %s of more than zero units for more than nothing, found %s at %s\nMaybe it is"
                  .formatted(side, activity.quantity(), activity.unitPrice())
              + " a draft: remove it.");
    } else if (isin.isPresent()) {
      Price price = new Price(activity.unitPrice(), activity.unit());
      Quantity units = new Quantity(activity.quantity());
      BooksTag tag = activity.tag();
      movements.add(
          new BrokerMovement.Execution(
              0,
              id,
              activity.at(),
              order(activity, id),
              isin.get(),
              side,
              units,
              price,
              tag.has(BooksTag.GROSS)
                  ? Money.of(tag.get(BooksTag.GROSS), price.currency())
                  : price.times(units),
              GhostfolioUnits.money(activity.fee(), activity.unit())));
    }
  }

  /** Its fee is the tax that was kept back. */
  private void dividend(Activity activity, String id) {
    Optional<Isin> isin = isin(activity);
    if (isin.isPresent()) {
      movements.add(
          new LedgerEntry.Dividend(
              0,
              id,
              activity.at(),
              isin.get(),
              product(activity),
              GhostfolioUnits.money(activity.fee(), activity.unit()),
              activity.tag().note()));
    }
  }

  private void interest(Activity activity, String id) {
    if (activity.fee().signum() > 0) {
      fault(
          activity,
          "fee",
          "expected no fee beside interest, found %s\nMaybe give it an activity of its own."
              .formatted(activity.fee()));
    }
    flow(activity, id, CashFlowKind.INTEREST, product(activity));
  }

  private static Money product(Activity activity) {
    return GhostfolioUnits.product(activity.quantity(), activity.unitPrice(), activity.unit());
  }

  /** A fee is in its own field, or the product of the other two. */
  private Money paid(Activity activity) {
    BigDecimal product = activity.quantity().multiply(activity.unitPrice());
    if (activity.fee().signum() > 0 && product.signum() > 0) {
      fault(
          activity,
          "fee",
          "expected a fee, or units at a price, found both: %s and %s"
              .formatted(activity.fee(), product));
    }
    return activity.fee().signum() > 0
        ? GhostfolioUnits.money(activity.fee(), activity.unit())
        : product(activity);
  }

  private void flow(Activity activity, String id, CashFlowKind kind, Money amount) {
    movements.add(
        new BrokerMovement.CashFlow(0, id, activity.at(), kind, amount, activity.tag().note()));
  }

  /** A fee in another currency than its trade has an activity of its own. */
  private void addFee(String id, Activity activity) {
    for (int i = 0; i < movements.size(); i++) {
      if (movements.get(i) instanceof BrokerMovement.Execution e && e.sourceId().equals(id)) {
        movements.set(
            i,
            new BrokerMovement.Execution(
                0,
                e.sourceId(),
                e.at(),
                e.clientOrderId(),
                e.isin(),
                e.side(),
                e.quantity(),
                e.price(),
                e.gross(),
                paid(activity)));
        return;
      }
    }
    fault(activity, "comment", "expected the trade %s in the same file, found none".formatted(id));
  }
}
