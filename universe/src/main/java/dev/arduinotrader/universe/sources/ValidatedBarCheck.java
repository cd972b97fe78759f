package dev.arduinotrader.universe.sources;

import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Venue;
import dev.arduinotrader.universe.model.calendar.ExchangeCalendar;
import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawSeries;
import dev.arduinotrader.universe.model.validation.Finding;
import dev.arduinotrader.universe.model.validation.FindingAction;
import dev.arduinotrader.universe.model.validation.PriceValidation;
import dev.arduinotrader.universe.model.validation.Sessions;
import dev.arduinotrader.universe.model.validation.ValidatedSeries;
import dev.arduinotrader.universe.model.validation.ValidationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checks of every import together with those that compare with what is stored.
 *
 * <p>A whole history is checked by itself first, where a step that never comes back makes the newer
 * part the right one. A few new rows prove nothing: they are compared with what is known first.
 */
final class ValidatedBarCheck implements BarCheck {
  private static final int HISTORY_BARS_MIN = 20;

  private final BarCheck plain = new PlainBarCheck();

  @Override
  public Checked check(
      Security security, SourceBars fetched, @Nullable BarSeries stored, Venue venue, Instant now) {
    List<RawBar> rows =
        fetched.series().bars().stream()
            .filter(bar -> !venue.closeAt(bar.time().date().toEpochDay()).isAfter(now))
            .filter(bar -> !hasNoPrice(bar))
            .toList();
    if (rows.isEmpty()) {
      return Checked.NOTHING;
    }
    SourceBars known = with(fetched, rows);
    List<BadValue> rejected = new ArrayList<>();
    if (stored != null || rows.size() < HISTORY_BARS_MIN) {
      Checked compared = plain.check(security, known, stored, venue, now);
      rejected.addAll(compared.rejected());
      known = with(fetched, compared.rows());
    }
    ValidatedSeries validated = validated(security, known, venue);
    found(security, validated, FindingAction.REJECTED).forEach(rejected::add);
    List<RawBar> sound = validated.rows().stream().map(ValidatedSeries.Row::bar).toList();
    Checked last = plain.check(security, with(fetched, sound), stored, venue, now);
    rejected.addAll(last.rejected());
    return new Checked(
        last.bars(),
        rejected,
        found(security, validated, FindingAction.REPAIRED).toList(),
        last.rows(),
        validated.findings().stream()
            .filter(finding -> finding.action() == FindingAction.FLAGGED)
            .toList());
  }

  private static SourceBars with(SourceBars fetched, List<RawBar> rows) {
    return new SourceBars(fetched.basis(), new RawSeries(fetched.series().interval(), rows));
  }

  private static ValidatedSeries validated(Security security, SourceBars bars, Venue venue) {
    return PriceValidation.validate(
        bars.series(),
        ValidationContext.none()
            .withQuoteUnit(security.quoteUnit())
            .withBasis(bars.basis())
            .withSessions(sessions(venue.calendar())));
  }

  /** A day without a trade, which some sources write as a row of nothing. */
  private static boolean hasNoPrice(RawBar bar) {
    return Double.isNaN(bar.close())
        && Double.isNaN(bar.open())
        && Double.isNaN(bar.high())
        && Double.isNaN(bar.low());
  }

  private static Sessions sessions(ExchangeCalendar calendar) {
    return date ->
        switch (calendar.isSession(date)) {
          case YES -> Sessions.Day.OPEN;
          case NO -> Sessions.Day.CLOSED;
          case UNKNOWN -> Sessions.Day.UNKNOWN;
        };
  }

  private static Stream<BadValue> found(
      Security security, ValidatedSeries validated, FindingAction action) {
    return validated.findings().stream()
        .filter(finding -> finding.action() == action)
        .map(finding -> bad(security, finding));
  }

  private static BadValue bad(Security security, Finding finding) {
    return new BadValue(
        finding.time().date(),
        "%s on %s: %s %s: %s"
            .formatted(
                security.symbol(),
                finding.time().date(),
                finding.kind(),
                finding.original(),
                finding.why()),
        finding);
  }
}
