package dev.arduinotrader.portfolio.exchange.text;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.WrittenBooks;
import dev.arduinotrader.portfolio.model.Reversals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Writes what a format can hold: every movement is read back alone, and only those that come back
 * as they were are written. The others are named.
 */
public final class FaithfulWriter {
  private static final Comparator<BrokerMovement> ORDER =
      Comparator.comparing(BrokerMovement::at).thenComparing(BrokerMovement::sourceId);

  private final RowFormat format;
  private final List<String> rows = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final List<String> takenBack = new ArrayList<>();
  private int entries;

  private FaithfulWriter(RowFormat format) {
    this.format = format;
  }

  /** In the order of time, then of ids; the same movements are the same text. */
  public static WrittenBooks write(Collection<BrokerMovement> movements, RowFormat format) {
    FaithfulWriter writer = new FaithfulWriter(format);
    Set<String> reversed = Reversals.reversed(movements);
    for (BrokerMovement movement : movements.stream().sorted(ORDER).toList()) {
      if (movement instanceof LedgerEntry.Reversal reversal) {
        writer.takenBack.add(name(movement) + ": takes back " + reversal.reversedSourceId());
      } else if (reversed.contains(movement.sourceId())) {
        writer.takenBack.add(name(movement) + ": was taken back");
      } else {
        writer.add(Numberless.of(movement));
      }
    }
    return new WrittenBooks(
        format.text(writer.rows), writer.entries, writer.leftOut, writer.takenBack);
  }

  private void add(BrokerMovement movement) {
    switch (format.rows(movement)) {
      case Result.Failure<List<String>>(Problem problem) ->
          leftOut.add(name(movement) + ": " + problem.message());
      case Result.Success<List<String>>(List<String> own) -> {
        Result<List<BrokerMovement>> back = format.read(format.text(own));
        if (back.equals(Result.success(List.of(movement)))) {
          rows.addAll(own);
          entries++;
        } else {
          leftOut.add(name(movement) + ": would not come back as it is");
        }
      }
    }
  }

  private static String name(BrokerMovement movement) {
    return "%s %s %s"
        .formatted(movement.at(), movement.getClass().getSimpleName(), movement.sourceId());
  }
}
