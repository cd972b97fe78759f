package dev.arduinotrader.universe.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.universe.CorporateAction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KnownActionsTest {
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final LocalDate EX_DATE = LocalDate.of(2024, 5, 10);
  private static final SourceRanking BY_NAME = new SourceRanking(List.of());

  private static Instant day(int day) {
    return Instant.parse("2024-05-%02dT12:00:00Z".formatted(day));
  }

  private static RecordedAction dividend(String source, String amount, int knownOn) {
    return new RecordedAction(
        new CorporateAction.CashDividend(
            APPLE,
            EX_DATE,
            null,
            null,
            new BigDecimal(amount),
            Currency.USD,
            new CorporateAction.Announcement(source, day(knownOn))),
        false);
  }

  private static RecordedAction withdrawn(RecordedAction said, int knownOn) {
    return new RecordedAction(
        said.action()
            .announcedBy(
                new CorporateAction.Announcement(
                    said.action().announcement().source(), day(knownOn))),
        true);
  }

  @Test
  void takesOneDividendWhereTwoSourcesTellOfIt() {
    List<RecordedAction> recorded =
        List.of(dividend("tradernet", "0.26", 1), dividend("yahoo", "0.25", 2));
    assertThat(KnownActions.at(day(20), recorded, BY_NAME))
        .containsExactly(recorded.getFirst().action());
    assertThat(KnownActions.at(day(20), recorded, new SourceRanking(List.of("yahoo"))))
        .containsExactly(recorded.getLast().action());
  }

  @Test
  void believesWhatWasSaidLastUntilEachInstantInWhateverOrderItIsRead() {
    RecordedAction first = dividend("yahoo", "0.25", 2);
    RecordedAction corrected = dividend("yahoo", "0.24", 6);
    RecordedAction gone = withdrawn(corrected, 8);
    List<RecordedAction> recorded = new ArrayList<>(List.of(first, corrected, gone));
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(recorded, random);
      assertThat(KnownActions.at(day(1), recorded, BY_NAME)).isEmpty();
      assertThat(KnownActions.at(day(2), recorded, BY_NAME)).containsExactly(first.action());
      assertThat(KnownActions.at(day(7), recorded, BY_NAME)).containsExactly(corrected.action());
      assertThat(KnownActions.at(day(8), recorded, BY_NAME)).isEmpty();
    }
  }

  @Test
  void ranksTheOwnersOrderBeforeFilesAndFilesBeforeTheOthersByName() {
    assertThat(
            new SourceRanking(List.of("yahoo"))
                .sorted(List.of("tradernet", "file", "lean", "yahoo", "lean")))
        .containsExactly("yahoo", "file", "lean", "tradernet");
    assertThat(SourceRanking.name("file:a:b.csv")).isEqualTo("file");
    assertThat(SourceRanking.name("yahoo")).isEqualTo("yahoo");
  }
}
