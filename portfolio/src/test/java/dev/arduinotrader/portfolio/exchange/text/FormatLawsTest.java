package dev.arduinotrader.portfolio.exchange.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.SymbolFinder;
import dev.arduinotrader.portfolio.WrittenBooks;
import dev.arduinotrader.portfolio.exchange.csv.CsvFormat;
import dev.arduinotrader.portfolio.exchange.ghostfolio.GhostfolioFormat;
import dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceFormat;
import dev.arduinotrader.portfolio.model.RandomHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every format that other programs read, over a thousand random histories. */
class FormatLawsTest {
  private static final int HISTORIES = 1_000;
  private static final int ENTRIES = 40;

  private static void requireLaws(RowFormat format, int writtenMin) {
    int written = 0;
    for (long seed = 1; seed <= HISTORIES; seed++) {
      List<BrokerMovement> history = new RandomHistory(seed).next(ENTRIES);
      WrittenBooks first = FaithfulWriter.write(history, format);
      assertThat(first.entries() + first.leftOut().size() + first.takenBack().size())
          .as("seed %d: every entry is written or named", seed)
          .isEqualTo(ENTRIES);
      if (first.entries() > 0) {
        List<BrokerMovement> read = format.read(first.text()).orElseThrow();
        assertThat(history).as("seed %d: nothing is changed", seed).containsAll(read);
        assertThat(read).as("seed %d", seed).hasSize(first.entries());
        WrittenBooks second = FaithfulWriter.write(read, format);
        assertThat(second.text()).as("seed %d: written alike", seed).isEqualTo(first.text());
        assertThat(second.leftOut()).as("seed %d", seed).isEmpty();
      }
      written += first.entries();
    }
    assertThat(written).isGreaterThan(writtenMin);
  }

  @Test
  void csvGivesBackWhatItHoldsAndNamesTheRest() {
    requireLaws(new CsvFormat(), 25_000);
  }

  @Test
  void portfolioPerformanceGivesBackWhatItHoldsAndNamesTheRest() {
    requireLaws(new PerformanceFormat(isin -> ""), 20_000);
  }

  @Test
  void ghostfolioGivesBackWhatItHoldsAndNamesTheRest() {
    requireLaws(new GhostfolioFormat(isin -> "", SymbolFinder.NONE), 15_000);
  }
}
