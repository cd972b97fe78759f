package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.testkit.Contexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every universe service answers about corporate actions, wherever it runs. */
abstract class ActionContract extends SourceContract {
  private static final LocalDate FROM = LocalDate.of(2017, 1, 1);
  private static final LocalDate TO = LocalDate.of(2017, 12, 31);
  private static final Isin VARDI = Isin.privateCode("X9US", "VARDI.SIM");

  @Test
  void listsTheDividendsAndTheSplitOfTheSampleMarketInPages() {
    ActionPage all = actions("2026-11-22T12:00:00Z", ActionQuery.between(FROM, TO));
    assertThat(all.actions()).hasSizeBetween(100, 250);
    assertThat(all.next()).isNull();
    assertThat(all.actions()).extracting(CorporateAction::exDate).isSorted();
    List<CorporateAction> paged = new ArrayList<>();
    String after = null;
    for (int page = 0; page < 50 && (page == 0 || after != null); page++) {
      ActionPage part =
          actions("2026-11-22T12:00:00Z", new ActionQuery(List.of(), FROM, TO, after, 7));
      paged.addAll(part.actions());
      after = part.next();
    }
    assertThat(paged).isEqualTo(all.actions());
  }

  @Test
  void tellsOfAnActionFromItsAnnouncementOn() {
    ActionQuery query = new ActionQuery(List.of(vardi()), FROM, TO, null, 100);
    CorporateAction.Split split =
        actions("2018-01-01T00:00:00Z", query).actions().stream()
            .filter(action -> action.kind() == ActionKind.SPLIT)
            .map(CorporateAction.Split.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(split.newShares()).isEqualTo(4);
    assertThat(split.exDate()).isEqualTo("2017-06-12");
    Instant known = split.announcement().knownAt();
    assertThat(known).isBetween("2017-05-15T00:00:00Z", "2017-05-16T00:00:00Z");
    assertThat(actions(known.toString(), query).actions()).contains(split);
    assertThat(actions(known.minusMillis(1).toString(), query).actions()).doesNotContain(split);
  }

  @Test
  void namesASecurityWhosePricesHaveTheActionsInThem() {
    importSmallMarket();
    ActionPage page =
        actions(
            "2023-05-30T22:00:00Z",
            new ActionQuery(List.of(SmallMarket.APPLE, vardi()), FROM, TO, null, 10));
    assertThat(page.actions()).isEmpty();
    assertThat(page.absent())
        .extracting(Absent::key)
        .containsExactly(SmallMarket.APPLE.value(), vardi().value());
    assertThat(page.absent().getFirst().reason()).contains("TOTAL_RETURN");
  }

  @Test
  void refusesAQueryForActionsNamingEveryFault() {
    assertThat(
            service
                .listCorporateActions(AFTER_ALL, new ActionQuery(List.of(), TO, FROM, null, 1_001))
                .problemOrThrow()
                .faults())
        .extracting(fault -> fault.place())
        .containsExactlyInAnyOrder("limit", "to");
  }

  static Isin vardi() {
    return VARDI;
  }

  private ActionPage actions(String now, ActionQuery query) {
    return service.listCorporateActions(Contexts.at(now), query).orElseThrow();
  }
}
