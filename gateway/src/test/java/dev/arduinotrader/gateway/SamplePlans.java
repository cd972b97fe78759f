package dev.arduinotrader.gateway;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.planning.Alternative;
import dev.arduinotrader.planning.Certificate;
import dev.arduinotrader.planning.Plan;
import dev.arduinotrader.planning.PlanStep;
import dev.arduinotrader.planning.RejectedCandidate;
import dev.arduinotrader.planning.TargetGap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sample plans for the sample fund. */
public final class SamplePlans {
  private static final String HASH =
      "9f2ab41c77de03518e6c5fd0a4b1c2d3e4f5061728394a5b6c7d8e9fa0b1c2d3";

  private SamplePlans() {}

  /** A sale and two purchases, the first of them carried out. */
  public static ArchivedPlan archived(Instant now) {
    return new ArchivedPlan(
        17,
        "cycle-41",
        now.minus(Duration.ofMinutes(24)),
        "EXECUTED STEP 1",
        plan(
            now,
            List.of(sale(), purchase(), secondPurchase()),
            "Sell 15 KIRI, which stands 5.1 points above its target, and buy 7 HALE and 60 ALBA"
                + " with the money. That lifts the score from 0.6120 to 0.6344 for costs of 14.90"
                + " EUR."));
  }

  /** The best is to do nothing. */
  public static ArchivedPlan nothingToDo(Instant now) {
    return new ArchivedPlan(
        18,
        "cycle-42",
        now.minus(Duration.ofMinutes(4)),
        "NOTHING TO DO",
        plan(
            now,
            List.of(),
            "Nothing to do: every security is within 1 % of its target weight, and the best of 31"
                + " sets of trades would cost more than it improves."));
  }

  private static Plan plan(Instant now, List<PlanStep> steps, String narrative) {
    boolean nothing = steps.isEmpty();
    return new Plan(
        HASH,
        "snapshot-41",
        HASH,
        HASH,
        now.minus(Duration.ofMinutes(24)),
        steps,
        0.6120,
        nothing ? 0.6120 : 0.6344,
        nothing ? 0 : 0.0224,
        Money.of(nothing ? "0.00" : "14.90", Currency.EUR),
        new Certificate(true, 1_384, 68_406, 0, 25, 5),
        nothing ? List.of() : alternatives(),
        rejected(),
        targets(),
        0.98,
        narrative);
  }

  private static PlanStep sale() {
    return new PlanStep(
        1,
        SampleFund.KIRI,
        "KIRI",
        "Kiri Instruments",
        Side.SELL,
        Quantity.of(15),
        price("88.9", "USD"),
        price("88.01", "USD"),
        Money.of("1333.50", Currency.USD),
        Money.of("1243.36", Currency.EUR),
        Money.of("5.11", Currency.EUR),
        "OVER_TARGET",
        "KIRI is 15.1 % of the fund, 5.1 points over its target of 10.0 %; the sale pays for step"
            + " 2.",
        0.0098,
        0.1511,
        0.1099,
        0.10);
  }

  private static PlanStep purchase() {
    return new PlanStep(
        2,
        SampleFund.HALE,
        "HALE",
        "Hale Robotics",
        Side.BUY,
        Quantity.of(7),
        price("171.21", "USD"),
        price("172.07", "USD"),
        Money.of("1198.47", Currency.USD),
        Money.of("1117.45", Currency.EUR),
        Money.of("4.79", Currency.EUR),
        "UNDER_TARGET",
        "HALE has a score of 0.71 and is 3.5 points under its target of 25.7 %.",
        0.0081,
        0.2222,
        0.2592,
        0.2570);
  }

  private static PlanStep secondPurchase() {
    return new PlanStep(
        3,
        SampleFund.ALBA,
        "ALBA",
        "Alba Banca",
        Side.BUY,
        Quantity.of(60),
        price("18.42", "EUR"),
        price("18.51", "EUR"),
        Money.of("1105.20", Currency.EUR),
        Money.of("1105.20", Currency.EUR),
        Money.of("5.00", Currency.EUR),
        "UNDER_TARGET",
        "ALBA is 3.9 points under its target of 22.8 %.",
        0.0045,
        0.1892,
        0.2258,
        0.2280);
  }

  private static List<Alternative> alternatives() {
    return List.of(
        new Alternative(
            List.of("SELL 15 KIRI", "BUY 7 HALE"),
            0.6299,
            "leaves ALBA 3.9 points under its target"),
        new Alternative(
            List.of("BUY 60 ALBA", "BUY 12 NORD"), 0.6251, "keeps KIRI 5.1 points over its target"),
        new Alternative(List.of(), 0.6120, "doing nothing improves nothing"));
  }

  private static List<RejectedCandidate> rejected() {
    return List.of(
        new RejectedCandidate(
            SampleFund.THMS,
            "THMS",
            "BUY_COOLDOWN",
            "bought on 2026-11-13, and the next purchase is possible from 2026-12-13"),
        new RejectedCandidate(
            SampleFund.NORD,
            "NORD",
            "WEIGHT_GAP_TOO_SMALL",
            "0.4 points under its target, less than 1.0"),
        new RejectedCandidate(
            Isin.privateCode("XSIM", "MIST"),
            "MIST",
            "NO_PRICE",
            "no price since 2026-11-12, older than 4 days"));
  }

  private static List<TargetGap> targets() {
    return List.of(
        new TargetGap(SampleFund.ALBA, "ALBA", 0.1892, 0.2280, 0.66),
        new TargetGap(SampleFund.HALE, "HALE", 0.2222, 0.2570, 0.71),
        new TargetGap(SampleFund.KIRI, "KIRI", 0.1511, 0.1000, 0.48),
        new TargetGap(SampleFund.NORD, "NORD", 0.1477, 0.1520, 0.61),
        new TargetGap(SampleFund.THMS, "THMS", 0.1986, 0.2030, 0.59),
        new TargetGap(Isin.privateCode("XSIM", "OSTE"), "OSTE", 0, 0.0, 0.33));
  }

  private static Price price(String value, String unit) {
    return Price.of(value, QuoteUnit.of(unit));
  }
}
