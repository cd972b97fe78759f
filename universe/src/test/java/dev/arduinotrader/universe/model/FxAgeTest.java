package dev.arduinotrader.universe.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.universe.calendars.ExchangeCalendars;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FxAgeTest {
  @ParameterizedTest
  @CsvSource({
    // A Friday's fixing over the weekend, until Monday's is due at 16:00 in Berlin.
    "2026-11-20T15:00:00Z, 2026-11-20T15:00:00Z, 0",
    "2026-11-20T15:00:00Z, 2026-11-23T14:59:59Z, 0",
    "2026-11-20T15:00:00Z, 2026-11-23T15:00:00Z, 1",
    "2026-11-20T15:00:00Z, 2026-11-25T15:00:00Z, 3",
    // Maundy Thursday's fixing stands until Tuesday: Good Friday and Easter Monday have none.
    "2026-04-02T14:00:00Z, 2026-04-07T13:59:59Z, 0",
    "2026-04-02T14:00:00Z, 2026-04-07T14:00:00Z, 1",
    // Christmas, which in 2026 makes three days without a fixing.
    "2026-12-24T15:00:00Z, 2026-12-28T14:59:59Z, 0",
    // A rate of this moment, between two fixings.
    "2026-11-24T09:30:00Z, 2026-11-24T09:30:00Z, 0",
  })
  void countsTheFixingsThatWereDueSince(Instant knownAt, Instant now, int missed) {
    assertThat(FxAge.fixingsMissed(knownAt, now, ExchangeCalendars.fixingDays())).hasValue(missed);
  }

  @ParameterizedTest
  @CsvSource({"2150-01-04T15:00:00Z, 2150-01-08T15:00:00Z"})
  void doesNotKnowBeyondTheCalendarOfFixings(Instant knownAt, Instant now) {
    assertThat(FxAge.fixingsMissed(knownAt, now, ExchangeCalendars.fixingDays())).isEmpty();
  }
}
