package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The wish to import dated facts from a CSV file.
 *
 * @param path a path on the device that runs the universe service
 * @param columns what columns mean besides the well-known ones: {@code symbol}, {@code isin},
 *     {@code asOf}, a field's key, a key with % for percents, or - for nothing
 * @param asOf the date of rows that tell none; null for today
 * @param dryRun true to be told the outcome without storing it
 */
public record ImportFundamentals(
    CommandId commandId,
    String path,
    SortedMap<String, String> columns,
    @Nullable LocalDate asOf,
    boolean dryRun) {
  public ImportFundamentals {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
  }
}
