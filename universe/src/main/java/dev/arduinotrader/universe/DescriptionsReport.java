package dev.arduinotrader.universe;

import java.util.List;

/**
 * What an import of facts about securities did that came without prices.
 *
 * @param rows rows of the file
 * @param securities securities of the universe that it tells of
 * @param stored facts that nothing else had stated, or that an earlier file of this name had
 * @param unknown symbols or ISINs that no security has, in the order of the file
 */
public record DescriptionsReport(
    String file, int rows, int securities, int stored, List<String> unknown) {
  public DescriptionsReport {
    unknown = List.copyOf(unknown);
  }
}
