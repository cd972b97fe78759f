package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceAbility;
import java.time.LocalDate;
import java.util.Set;

/** A source whose settings cannot work on this device; it says so whenever it is asked. */
record UnusableSource(String name, String why) implements MarketDataSource {
  @Override
  public Set<SourceAbility> abilities() {
    return Set.of();
  }

  @Override
  public Result<SourceBars> fetchBars(Security security, LocalDate from, LocalDate to) {
    return CommonReason.UNAVAILABLE.failure(name + " cannot be used: " + why);
  }
}
