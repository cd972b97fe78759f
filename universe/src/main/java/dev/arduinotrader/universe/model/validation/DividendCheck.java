package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.validation.Finding.Change;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares each dividend that is told with the step of the adjusted closes and with the fall of the
 * price. Two of the three that agree against the third show which one is wrong; faults of one kind
 * are judged together, since a single fall says little.
 */
final class DividendCheck {
  /** Weekly payers exist, so closer repetitions are one dividend told twice. */
  private static final int REPEATED_DAYS_MAX = 4;

  /** Evidence and custom together must favour a reading by e^3, twenty to one. */
  private static final double CERTAIN = 3;

  /** Nothing but a wrong unit or an untold split makes a price twenty times another. */
  private static final double UNSETTLED_STEP = Math.log(20);

  private static final double TINY_YIELD = 0.001;
  private static final double HUGE_YIELD = 0.1;

  /** A step of the adjusted closes smaller than this is rounding or a distribution of costs. */
  private static final double UNTOLD_YIELD_MIN = 0.002;

  private final Columns columns;
  private final Notes notes;
  private final Payments payments;
  private final Noise noise;
  private final Set<Integer> flagged = new HashSet<>();

  DividendCheck(Columns columns, Notes notes) {
    this.columns = columns;
    this.notes = notes;
    this.payments = new Payments(columns);
    this.noise = new Noise(Levels.logarithms(columns, RawField.CLOSE));
  }

  void check() {
    if (!columns.has(RawField.ADJUSTED_CLOSE) || !columns.has(RawField.DIVIDEND)) {
      return;
    }
    if (hasUnsettledScale()) {
      told().stream()
          .filter(payment -> !payment.toldIsTimes(1))
          .forEach(payment -> flag(payment, FindingKind.ADJUSTMENT_WRONG, 0.5, figures(payment)));
      return;
    }
    repeated();
    hundredfoldAgainstAdjusted();
    for (Payment payment : told()) {
      disagreement(payment);
    }
    hundredfoldInBoth();
    untold();
  }

  /** Beside prices that may be a hundred times off, nobody can say which dividends are right. */
  private boolean hasUnsettledScale() {
    double[] levels = Levels.logarithms(columns, RawField.CLOSE);
    for (int i = 1; i < levels.length; i++) {
      if (Math.abs(levels[i] - levels[i - 1]) > UNSETTLED_STEP) {
        return true;
      }
    }
    return false;
  }

  private List<Payment> told() {
    List<Payment> told = new ArrayList<>();
    for (int i = 1; i < columns.size(); i++) {
      if (columns.value(RawField.DIVIDEND, i) > 0) {
        told.add(payments.at(i, noise));
      }
    }
    return told;
  }

  private void note(
      Payment payment,
      FindingKind kind,
      double score,
      String method,
      String why,
      List<Change> changes) {
    double confidence = 1 - Math.exp(-Math.max(1, Math.abs(score))) / 2;
    List<Change> shown =
        changes.isEmpty()
            ? List.of(
                new Change(
                    columns.time(payment.index()),
                    RawField.ADJUSTED_CLOSE,
                    columns.value(RawField.ADJUSTED_CLOSE, payment.index()),
                    Double.NaN))
            : changes;
    notes.add(
        Finding.repaired(
            shown.getFirst().field() == RawField.DIVIDEND ? shown.getFirst() : shown.getLast(),
            kind,
            confidence,
            method,
            why,
            changes));
  }

  private void flag(Payment payment, FindingKind kind, double confidence, String why) {
    flagged.add(payment.index());
    notes.add(
        Finding.flagged(
            columns.time(payment.index()),
            CheckedField.DIVIDEND,
            payment.told(),
            kind,
            confidence,
            why));
  }

  private String figures(Payment payment) {
    return "dividend of %s: told %s (%s of the price), worked in %s (%s), the price fell by %s"
        .formatted(
            columns.date(payment.index()),
            Shown.of(payment.told()),
            Shown.percent(payment.toldYield()),
            Shown.of(payment.adjusted()),
            Shown.percent(payment.adjustedYield()),
            Shown.percent(payment.fall()));
  }

  private void repeated() {
    List<Payment> told = told();
    for (int k = 1; k < told.size(); k++) {
      Payment first = told.get(k - 1);
      Payment second = told.get(k);
      long days =
          ChronoUnit.DAYS.between(columns.date(first.index()), columns.date(second.index()));
      double ratio = second.told() / first.told();
      if (days <= REPEATED_DAYS_MAX && ratio > 0.8 && ratio < 1.25) {
        Payment removed = lessLikely(first, second);
        List<Change> changes =
            isWorkedIn(removed) ? payments.both(removed, 0) : payments.retell(removed, 0);
        note(
            removed,
            FindingKind.DIVIDEND_REPEATED,
            CERTAIN,
            "removed",
            "the same dividend is told %d days apart: %s".formatted(days, figures(removed)),
            changes);
        k++;
      }
    }
  }

  /** The one that is not worked in; else the repetition. */
  private static Payment lessLikely(Payment first, Payment second) {
    return isWorkedIn(first) || !isWorkedIn(second) ? second : first;
  }

  private static boolean isWorkedIn(Payment payment) {
    return payment.adjusted() > 0.005 * payment.told();
  }

  /** Amounts that are a hundred times those worked in, or the other way round. */
  private void hundredfoldAgainstAdjusted() {
    for (double ratio : new double[] {100, 0.01}) {
      List<Payment> group = told().stream().filter(p -> p.toldIsTimes(ratio)).toList();
      if (group.isEmpty()) {
        continue;
      }
      double score =
          Payment.usual(group.getFirst().toldYield())
              - Payment.usual(group.getFirst().adjustedYield());
      for (Payment payment : group) {
        score += payment.evidence(payment.toldYield(), payment.adjustedYield());
      }
      for (Payment payment : group) {
        settle(payments.at(payment.index(), noise), ratio, score);
      }
    }
  }

  /** A positive score believes the amount told, a negative one the adjusted closes. */
  private void settle(Payment payment, double ratio, double score) {
    String why = "%s: %s times".formatted(figures(payment), Shown.of(ratio));
    if (score > CERTAIN && payment.toldYield() < 1) {
      note(
          payment,
          FindingKind.ADJUSTMENT_WRONG,
          score,
          "dividend as told worked into all earlier adjusted closes",
          why,
          payments.readjust(payment, payment.told()));
    } else if (score < -CERTAIN) {
      note(
          payment,
          FindingKind.DIVIDEND_AMOUNT,
          score,
          "x " + Shown.of(1 / ratio),
          why,
          payments.retell(payment, payment.told() / ratio));
    } else {
      flag(payment, FindingKind.DIVIDEND_AMOUNT, 0.7, why);
    }
  }

  private void disagreement(Payment payment) {
    double split = columns.value(RawField.SPLIT, payment.index());
    if (payment.toldIsTimes(1) || flagged.contains(payment.index())) {
      return;
    }
    if (split > 0 && split != 1 && payment.toldIsTimes(split)) {
      note(
          payment,
          FindingKind.DIVIDEND_AMOUNT,
          CERTAIN,
          "divided by the split of its day, " + Shown.of(split),
          figures(payment),
          payments.retell(payment, payment.told() / split));
    } else if (!isWorkedIn(payment)) {
      notWorkedIn(payment);
    } else if (payment.toldIsTimes(2) || payment.toldIsTimes(0.5)) {
      flag(payment, FindingKind.ADJUSTMENT_WRONG, 0.9, figures(payment));
    } else if (Math.abs(payment.toldYield() - payment.adjustedYield()) > UNTOLD_YIELD_MIN) {
      flag(payment, FindingKind.ADJUSTMENT_WRONG, 0.6, figures(payment));
    }
  }

  private void notWorkedIn(Payment payment) {
    boolean impossible = payment.toldYield() >= 1;
    boolean unseen =
        payment.toldYield() > HUGE_YIELD
            && payment.toldYield() - payment.deepestFall() > 5 * payment.noise();
    if (impossible || unseen) {
      flag(payment, FindingKind.DIVIDEND_AMOUNT, 0.8, figures(payment));
    } else if (payment.toldYield() > 2e-4) {
      note(
          payment,
          FindingKind.ADJUSTMENT_MISSING,
          CERTAIN,
          "dividend worked into all earlier adjusted closes",
          figures(payment),
          payments.readjust(payment, payment.told()));
    }
  }

  /** Amounts that agree with the adjusted closes and are still a hundred times off. */
  private void hundredfoldInBoth() {
    List<Payment> told = told().stream().filter(p -> p.toldIsTimes(1)).toList();
    List<Payment> tiny = told.stream().filter(p -> p.toldYield() < TINY_YIELD).toList();
    if (tiny.size() >= 3 && tiny.size() * 3 >= told.size() * 2) {
      tooSmall(tiny);
    }
    for (Payment payment : told) {
      if (payment.toldYield() > HUGE_YIELD) {
        tooLarge(payments.at(payment.index(), noise));
      }
    }
  }

  private void tooSmall(List<Payment> group) {
    double yield = group.getFirst().toldYield();
    double score = Payment.usual(yield * 100) - Payment.usual(yield);
    for (Payment payment : group) {
      score += payment.evidence(payment.toldYield() * 100, payment.toldYield());
    }
    if (score <= CERTAIN) {
      return;
    }
    for (Payment payment : group) {
      Payment now = payments.at(payment.index(), noise);
      note(
          now,
          FindingKind.DIVIDEND_AMOUNT,
          score,
          "x 100, and worked into all earlier adjusted closes",
          "%d of the dividends are tiny, and the prices fell more: %s"
              .formatted(group.size(), figures(now)),
          payments.both(now, now.told() * 100));
    }
  }

  private void tooLarge(Payment payment) {
    double yield = payment.toldYield();
    boolean unseen = yield - payment.deepestFall() > 4 * payment.noise();
    if (!unseen || !payment.traded()) {
      return;
    }
    Payment next =
        payment.index() + 1 < columns.size() ? payments.at(payment.index() + 1, noise) : payment;
    boolean nextDay = next.deepestFall() > 0.75 * yield && next.told() == 0;
    if (nextDay) {
      move(payment, next);
    } else if (Math.abs(payment.fall() - yield / 100) < 4 * payment.noise()) {
      note(
          payment,
          FindingKind.DIVIDEND_AMOUNT,
          yield / payment.noise(),
          "x 0.01, and worked into all earlier adjusted closes",
          "the price did not fall with it: " + figures(payment),
          payments.both(payment, payment.told() / 100));
    } else {
      flag(payment, FindingKind.DIVIDEND_AMOUNT, 0.7, figures(payment));
    }
  }

  private void move(Payment payment, Payment next) {
    List<Change> changes = new ArrayList<>(payments.both(payment, 0));
    changes.addAll(payments.both(payments.at(next.index(), noise), payment.told()));
    note(
        payment,
        FindingKind.DIVIDEND_DATE,
        1,
        "moved to " + columns.date(next.index()),
        "the price did not fall on the day told, but by %s on %s: %s"
            .formatted(
                Shown.percent(next.deepestFall()), columns.date(next.index()), figures(payment)),
        changes);
  }

  private void untold() {
    for (int i = 1; i < columns.size(); i++) {
      Payment payment = payments.at(i, noise);
      boolean step = Math.abs(payment.adjustedYield()) > UNTOLD_YIELD_MIN;
      if (payment.told() == 0 && step && !flagged.contains(i)) {
        flag(
            payment,
            FindingKind.DIVIDEND_MISSING,
            0.8,
            "the adjusted closes have a dividend of %s (%s of the price) here, none is told"
                .formatted(Shown.of(payment.adjusted()), Shown.percent(payment.adjustedYield())));
      }
    }
  }
}
