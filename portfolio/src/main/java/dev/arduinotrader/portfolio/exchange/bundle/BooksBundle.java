package dev.arduinotrader.portfolio.exchange.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.BrokerMovement;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * An account with every fact of its books. Holdings, cash and lots follow from the facts, so they
 * are not in it, nor are the numbers of trading's outbox.
 *
 * @param movements in the order in which they happened, then of their ids; sequences are 0
 */
public record BooksBundle(Account account, List<BrokerMovement> movements) {
  static final String FORMAT = "arduino-trader-books";
  static final int VERSION = 1;

  public BooksBundle {
    movements =
        movements.stream()
            .sorted(
                Comparator.comparing(BrokerMovement::at).thenComparing(BrokerMovement::sourceId))
            .toList();
  }

  /** JSON with one movement in a line; the same text for the same books. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("{\"format\":\"%s\",\"version\":%d,\n".formatted(FORMAT, VERSION));
    text.append("\"account\":").append(Json.write(account)).append(",\n\"movements\":[");
    Iterator<BrokerMovement> each = movements.iterator();
    while (each.hasNext()) {
      text.append('\n').append(Json.write(node(each.next()))).append(each.hasNext() ? "," : "");
    }
    return text.append("\n]}\n").toString();
  }

  private static ObjectNode node(BrokerMovement movement) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put(BundleReader.ENTRY, BundleKind.of(movement).name());
    node.setAll((ObjectNode) Json.mapper().valueToTree(movement));
    node.remove(BundleReader.SEQUENCE);
    return node;
  }
}
