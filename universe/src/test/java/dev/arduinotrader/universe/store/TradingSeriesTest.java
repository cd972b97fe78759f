package dev.arduinotrader.universe.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.SourceRanking;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change and a reader agree on the series that decides. */
class TradingSeriesTest {
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final Instant NOW = Instant.parse("2026-11-16T20:00:00Z");

  private static BarSeries series(PriceBasis basis, String source, int day) {
    return new BarSeries(
        basis, source, 1, Bars.ofCloses(new int[] {day - 1, day}, new double[] {1, 2}));
  }

  private static UniverseStore.Command command(String id) {
    return new UniverseStore.Command(AccountId.SHARED, CommandId.of(id), id, NOW);
  }

  @Test
  void passesOverASourceThatFellBehindInsideAChangeAsForReaders(@TempDir Path directory) {
    try (SqlUniverseStore store = SqlUniverseStore.open(directory)) {
      for (int fallenBehind = 0; fallenBehind < 10; fallenBehind++) {
        int behind = fallenBehind;
        BarSeries inside =
            store
                .rehearse(
                    command("c-" + behind),
                    change -> {
                      change.putBars(
                          APPLE, series(PriceBasis.TOTAL_RETURN, "dead", 20_000 - behind));
                      change.putBars(APPLE, series(PriceBasis.RAW, "alive", 20_000));
                      change.order(new SourceRanking(List.of("dead", "alive")));
                      return Result.success(change.bars(APPLE).orElseThrow());
                    })
                .orElseThrow();
        assertThat(inside.source())
            .as("%d days behind", behind)
            .isEqualTo(behind > 5 ? "alive" : "dead");
      }
    }
  }
}
