package dev.arduinotrader.universe;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source said when it was tried.
 *
 * @param bars how many could be stored
 * @param lastDate of the last of them, null when there is none
 * @param lastClose its close in the quote unit, NaN when there is none
 * @param rejected one sentence for each value that cannot be true
 * @param millis how long the answer took
 */
public record SourceTest(
    int bars, @Nullable LocalDate lastDate, double lastClose, List<String> rejected, long millis) {
  public SourceTest {
    rejected = List.copyOf(rejected);
  }
}
