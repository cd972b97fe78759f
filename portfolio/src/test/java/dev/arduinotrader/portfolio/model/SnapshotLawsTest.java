package dev.arduinotrader.portfolio.model;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.SecurityWish;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotLawsTest {
  private static final Instant NOW = Instant.parse("2023-05-26T22:00:00Z");
  private static final Isin SAP = Isin.privateCode("XETR", "SAP");

  private final List<BrokerMovement> movements =
      List.of(deposit(1, "30002", "EUR"), buy(2, APPLE, "10", "172.99", "USD", "5.46"));
  private final List<SnapshotSecurity> securities =
      List.of(
          security(APPLE, "Technology", "USD", "1", "172.99"),
          security(BP, "Energy", "GBX", "1", "480.25"),
          security(SAP, null, "EUR", "1", null));
  private final List<FxRate> rates = List.of(rate("USD", "1.0751"), rate("GBP", "0.8688"));
  private final OpenExposure exposure = new OpenExposure(2, List.of(order("order-7", "482.10")));
  private final InvestmentPolicy policy =
      Policies.withWishes(
          SecurityWish.defaultFor(APPLE),
          new SecurityWish(BP, true, true, true, 1.5, 0.1, null, "a favourite"));

  private static SnapshotSecurity security(
      Isin isin, @Nullable String industry, String unit, String lot, @Nullable String price) {
    QuoteUnit quoteUnit = QuoteUnit.of(unit);
    return new SnapshotSecurity(
        isin,
        "S-" + isin,
        "Name of " + isin,
        "Country",
        industry,
        "XNAS",
        quoteUnit,
        Lot.of(lot),
        true,
        price == null ? null : Price.of(price, quoteUnit),
        price == null ? null : NOW.minusSeconds(3_600));
  }

  private static FxRate rate(String quote, String rate) {
    return new FxRate(Currency.EUR, Currency.of(quote), new BigDecimal(rate), NOW, "ECB");
  }

  private static OpenOrder order(String id, String reserved) {
    return new OpenOrder(
        ClientOrderId.of(id),
        BP,
        Side.BUY,
        "BUY 100 BP",
        "ACCEPTED",
        Quantity.of(100),
        money(reserved, "GBP"),
        null,
        NOW.minusSeconds(60));
  }

  private static Snapshot snapshot(
      List<BrokerMovement> movements,
      OpenExposure exposure,
      List<SnapshotSecurity> securities,
      List<FxRate> rates,
      InvestmentPolicy policy,
      Instant now) {
    return SnapshotBuilder.build(
        AccountId.of("paper-1"),
        now,
        Books.of(movements),
        exposure,
        new Market(Currency.EUR, securities, rates, Map.of()),
        new PolicyVersion(3, "owner", NOW, policy));
  }

  private Snapshot snapshot() {
    return snapshot(movements, exposure, securities, rates, policy, NOW);
  }

  private Snapshot withSecurities(List<SnapshotSecurity> other) {
    return snapshot(movements, exposure, other, rates, policy, NOW);
  }

  private Snapshot withExposure(OpenExposure other) {
    return snapshot(movements, other, securities, rates, policy, NOW);
  }

  private Snapshot withMovements(List<BrokerMovement> other) {
    return snapshot(other, exposure, securities, rates, policy, NOW);
  }

  private Snapshot withPolicy(InvestmentPolicy other) {
    return snapshot(movements, exposure, securities, rates, other, NOW);
  }

  private List<SnapshotSecurity> changedFirst(UnaryOperator<SnapshotSecurity> change) {
    List<SnapshotSecurity> changed = new ArrayList<>(securities);
    changed.set(0, change.apply(changed.getFirst()));
    return changed;
  }

  private void assertOtherState(Snapshot other) {
    assertThat(other.identityHash()).isNotEqualTo(snapshot().identityHash());
    assertThat(other.snapshotId()).isNotEqualTo(snapshot().snapshotId());
  }

  private void assertSameState(Snapshot other) {
    assertThat(other.identityHash()).isEqualTo(snapshot().identityHash());
    assertThat(other.marketHash()).isEqualTo(snapshot().marketHash());
  }

  @Test
  void theIdIsMadeOfBothHashesAndTheDecisionTime() {
    Snapshot snapshot = snapshot();
    assertThat(snapshot.identityHash()).matches("[0-9a-f]{64}");
    assertThat(snapshot.marketHash()).matches("[0-9a-f]{64}");
    assertThat(snapshot.snapshotId())
        .isEqualTo(
            snapshot.identityHash().substring(0, 16)
                + "-"
                + snapshot.marketHash().substring(0, 16)
                + "-1685138400000000");
  }

  @Test
  void theOrderOfTheUniverseDoesNotMatter() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      List<SnapshotSecurity> shuffled = new ArrayList<>(securities);
      Collections.shuffle(shuffled, random);
      List<FxRate> shuffledRates = new ArrayList<>(rates);
      Collections.shuffle(shuffledRates, random);
      List<BrokerMovement> shuffledMovements = new ArrayList<>(movements);
      Collections.shuffle(shuffledMovements, random);
      Snapshot same = snapshot(shuffledMovements, exposure, shuffled, shuffledRates, policy, NOW);
      assertThat(same).isEqualTo(snapshot());
    }
  }

  @Test
  void theDecisionTimeChangesOnlyTheId() {
    Snapshot later = snapshot(movements, exposure, securities, rates, policy, NOW.plusSeconds(1));
    assertSameState(later);
    assertThat(later.snapshotId()).isNotEqualTo(snapshot().snapshotId());
  }

  @Test
  void idsAndInstantsOfOrdersDoNotMatterAndTheRestDoes() {
    assertSameState(withExposure(new OpenExposure(9, List.of(order("other-id", "482.10")))));
    assertOtherState(withExposure(new OpenExposure(2, List.of(order("order-7", "482.11")))));
    assertOtherState(withExposure(OpenExposure.NONE));
  }

  @Test
  void quantitiesAndDaysOfTradesMatter() {
    assertOtherState(
        withMovements(
            List.of(deposit(1, "30002", "EUR"), buy(2, APPLE, "10.001", "172.99", "USD", "5.46"))));
    assertOtherState(
        withMovements(
            List.of(deposit(1, "30002", "EUR"), buy(40, APPLE, "10", "172.99", "USD", "5.46"))));
    assertSameState(
        withMovements(
            List.of(deposit(1, "30002", "EUR"), buy(3, APPLE, "10", "172.99", "USD", "5.46"))));
  }

  @Test
  void cashMattersInStepsOfFive() {
    BrokerMovement purchase = movements.get(1);
    assertSameState(withMovements(List.of(deposit(1, "30004.99", "EUR"), purchase)));
    assertOtherState(withMovements(List.of(deposit(1, "30005", "EUR"), purchase)));
    assertOtherState(withMovements(List.of(purchase)));
  }

  @Test
  void whatAnOrderDependsOnMattersOfASecurityAndItsNameDoesNot() {
    assertOtherState(withSecurities(securities.subList(0, 2)));
    assertOtherState(
        withSecurities(changedFirst(s -> security(s.isin(), "Technology", "USD", "10", "172.99"))));
    assertOtherState(
        withSecurities(changedFirst(s -> security(s.isin(), "Energy", "USD", "1", "172.99"))));
    assertOtherState(
        withSecurities(changedFirst(s -> security(s.isin(), null, "USD", "1", "172.99"))));
    assertOtherState(withSecurities(changedFirst(s -> changed(s, s.name(), "XETR", true))));
    assertOtherState(withSecurities(changedFirst(s -> changed(s, s.name(), s.exchange(), false))));
    assertSameState(withSecurities(changedFirst(s -> changed(s, "Other", s.exchange(), true))));
  }

  private static SnapshotSecurity changed(
      SnapshotSecurity s, String name, String exchange, boolean tradable) {
    return new SnapshotSecurity(
        s.isin(),
        s.symbol(),
        name,
        s.country(),
        s.industry(),
        exchange,
        s.quoteUnit(),
        s.lot(),
        tradable,
        s.price(),
        s.pricedAt());
  }

  @Test
  void thePolicyMattersAndItsNotesDoNot() {
    assertOtherState(withPolicy(Policies.withWishes(SecurityWish.defaultFor(APPLE))));
    assertOtherState(
        withPolicy(
            Policies.withWishes(
                SecurityWish.defaultFor(APPLE),
                new SecurityWish(BP, true, true, true, 1.5, 0.11, null, "a favourite"))));
    assertSameState(
        withPolicy(
            Policies.withWishes(
                new SecurityWish(BP, true, true, true, 1.5, 0.1, null, "no longer"),
                SecurityWish.defaultFor(APPLE))));
  }

  @Test
  void pricesAndRatesChangeTheMarketOnlyAndFromTheFourthDigitOn() {
    Snapshot dearer =
        withSecurities(changedFirst(s -> security(s.isin(), "Technology", "USD", "1", "173.2")));
    assertThat(dearer.identityHash()).isEqualTo(snapshot().identityHash());
    assertThat(dearer.marketHash()).isNotEqualTo(snapshot().marketHash());
    assertSameState(
        withSecurities(changedFirst(s -> security(s.isin(), "Technology", "USD", "1", "173.01"))));
    Snapshot unpriced =
        withSecurities(changedFirst(s -> security(s.isin(), "Technology", "USD", "1", null)));
    assertThat(unpriced.identityHash()).isEqualTo(snapshot().identityHash());
    assertThat(unpriced.marketHash()).isNotEqualTo(snapshot().marketHash());
    Snapshot otherRate =
        snapshot(
            movements,
            exposure,
            securities,
            List.of(rate("USD", "1.0762"), rate("GBP", "0.8688")),
            policy,
            NOW);
    assertThat(otherRate.identityHash()).isEqualTo(snapshot().identityHash());
    assertThat(otherRate.marketHash()).isNotEqualTo(snapshot().marketHash());
  }

  @Test
  void noTwoFormsRunTogether() {
    assertThat(new CanonicalText("f", 1).add("ab").add("c").text())
        .isNotEqualTo(new CanonicalText("f", 1).add("a").add("bc").text());
    assertThat(new CanonicalText("f", 1).add((String) null).text())
        .isNotEqualTo(new CanonicalText("f", 1).add("").text());
    assertThat(new CanonicalText("f", 1).add(-0.0).text())
        .isEqualTo(new CanonicalText("f", 1).add(0.0).text());
    assertThat(new CanonicalText("f", 1).add(new BigDecimal("1.50")).text())
        .isEqualTo(new CanonicalText("f", 1).add(new BigDecimal("1.5")).text());
  }
}
