package dev.arduinotrader.universe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings by import, then in the order in which they were found. A page ends early when its
 * findings changed very many numbers.
 *
 * @param next what to ask for next as {@code after}, null on the last page
 */
public record FindingPage(List<ImportFinding> findings, @Nullable String next) {
  public FindingPage {
    findings = List.copyOf(findings);
  }
}
