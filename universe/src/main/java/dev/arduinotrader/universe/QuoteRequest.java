package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which quotes to give. */
public record QuoteRequest(List<Question> questions) {
  public QuoteRequest {
    questions = List.copyOf(questions);
  }

  /**
   * One security.
   *
   * @param firstAfter null for the latest quote; otherwise the first one strictly after this
   *     instant inside a session, and known at the decision time
   */
  public record Question(Isin isin, @Nullable Instant firstAfter) {}

  /** The latest quotes of these securities. */
  public static QuoteRequest latest(List<Isin> isins) {
    return new QuoteRequest(isins.stream().map(isin -> new Question(isin, null)).toList());
  }
}
