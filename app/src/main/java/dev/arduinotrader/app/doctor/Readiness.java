package dev.arduinotrader.app.doctor;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.BooksVerification;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import dev.arduinotrader.trading.BrokerTest;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.ReconcileReport;
import dev.arduinotrader.trading.TradingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of one account before the next order: mode, books, broker, orders and prices.
 * Its order is that of the questions: the broker's news are in the books before these are read.
 */
final class Readiness {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int NAMED_MAX = 5;

  private final Session session;

  Readiness(Session session) {
    this.session = session;
  }

  List<Diagnosis> look() {
    return List.of(mode(), agreement(), books(), broker(), orders(), policy(), prices());
  }

  private CallContext context() {
    return session.context(TIMEOUT);
  }

  private static <T> Diagnosis of(
      String subject, Result<T> answer, String next, Function<T, Diagnosis> judge) {
    return switch (answer) {
      case Result.Success<T>(T value) -> judge.apply(value);
      case Result.Failure<T>(Problem problem) -> Diagnosis.fail(subject, problem.message(), next);
    };
  }

  private Diagnosis mode() {
    return of(
        "mode", session.services().trading().getMode(context()), "trader status", Readiness::mode);
  }

  private static Diagnosis mode(TradingMode mode) {
    if (mode.halted()) {
      return Diagnosis.fail(
          "mode", "halted: " + mode.haltReason(), "trader resume --reason TEXT, when it is over");
    }
    if (mode.mode() == Mode.RESEARCH) {
      return Diagnosis.fail(
          "mode",
          "research: no order is sent",
          "trader mode PAPER --reason TEXT; for real money LIVE, with --confirm ACCOUNT as well");
    }
    return mode.reduceReason().isEmpty()
        ? Diagnosis.ok("mode", mode.mode().name())
        : Diagnosis.warn(
            "mode",
            "only sales leave: " + mode.reduceReason(),
            "trader resume --reason TEXT, when it is over");
  }

  private Diagnosis agreement() {
    return of(
        "agreement",
        session.services().trading().reconcile(context()),
        "trader reconcile",
        Readiness::agreement);
  }

  private static Diagnosis agreement(ReconcileReport report) {
    return report.differences().isEmpty()
        ? Diagnosis.ok("agreement", "the books say what the broker says")
        : Diagnosis.fail(
            "agreement", String.join("\n", report.differences()), "trader portfolio reconcile");
  }

  private Diagnosis books() {
    return of(
        "books",
        session.services().portfolio().verifyBooks(context()),
        "trader portfolio verify",
        Readiness::books);
  }

  private static Diagnosis books(BooksVerification seen) {
    if (!seen.balanced()) {
      return Diagnosis.fail("books", named(seen.faults()), "trader backup list, and restore");
    }
    return seen.unexplained().isEmpty()
        ? Diagnosis.ok("books", "%d transactions in balance".formatted(seen.transactions()))
        : Diagnosis.warn("books", named(seen.unexplained()), "trader portfolio verify");
  }

  private Diagnosis broker() {
    return of(
        "broker's test",
        session.services().trading().testBroker(context()),
        "trader broker test",
        Readiness::broker);
  }

  private static Diagnosis broker(BrokerTest test) {
    List<String> others =
        test.findings().stream()
            .filter(finding -> finding.outcome() != BrokerTest.Outcome.PASSED)
            .map(finding -> finding.card() + " " + finding.outcome() + ": " + finding.seen())
            .toList();
    if (others.isEmpty()) {
      return Diagnosis.ok("broker's test", "%d cards".formatted(test.findings().size()));
    }
    boolean failed =
        test.findings().stream().anyMatch(f -> f.outcome() == BrokerTest.Outcome.FAILED);
    return failed
        ? Diagnosis.fail("broker's test", named(others), "trader broker test")
        : Diagnosis.warn("broker's test", named(others), "trader broker test");
  }

  private Diagnosis orders() {
    return of(
        "orders",
        session.services().trading().getOpenExposure(context()),
        "trader trade list",
        Readiness::orders);
  }

  private static Diagnosis orders(OpenExposure exposure) {
    List<String> unknown =
        exposure.orders().stream()
            .filter(order -> order.state().equals(OrderState.UNKNOWN.name()))
            .map(OpenOrder::description)
            .toList();
    return unknown.isEmpty()
        ? Diagnosis.ok("orders", exposure.orders().size() + " open, none of unknown fate")
        : Diagnosis.fail(
            "orders",
            "nobody knows what became of " + named(unknown),
            "trader reconcile, until the broker tells");
  }

  private Diagnosis policy() {
    return of(
        "policy",
        session.services().portfolio().getPolicy(context()),
        "trader policy show",
        (PolicyVersion version) ->
            Diagnosis.ok(
                "policy",
                "version %d of %s, autonomy %s"
                    .formatted(version.version(), version.author(), version.policy().autonomy())));
  }

  /** Prices and rates of what is held must be known, and no older than the policy allows. */
  private Diagnosis prices() {
    return of(
        "prices",
        session
            .services()
            .trading()
            .getOpenExposure(context())
            .then(exposure -> session.services().portfolio().getSnapshot(context(), exposure)),
        "trader universe sync",
        Readiness::prices);
  }

  private static Diagnosis prices(Snapshot snapshot) {
    List<String> missing = new ArrayList<>(snapshot.incomplete());
    InvestmentPolicy policy = snapshot.policy().policy();
    Instant oldest = snapshot.decisionTime().minus(policy.limits().priceAgeMax());
    Set<Isin> held = snapshot.positions().stream().map(Position::isin).collect(Collectors.toSet());
    snapshot.securities().stream()
        .filter(security -> held.contains(security.isin()))
        .filter(security -> isOld(security.pricedAt(), oldest))
        .map(Readiness::oldPrice)
        .forEach(missing::add);
    if (!missing.isEmpty()) {
      return Diagnosis.fail("prices", named(missing), "trader universe sync");
    }
    long usable =
        snapshot.securities().stream().filter(security -> isNew(security, oldest)).count();
    return usable == 0
        ? Diagnosis.fail("prices", "no security has a price", "trader universe import, or sync")
        : Diagnosis.ok(
            "prices",
            "of all %d holdings, and of %d of %d securities"
                .formatted(held.size(), usable, snapshot.securities().size()));
  }

  private static boolean isOld(@Nullable Instant pricedAt, Instant oldest) {
    return pricedAt != null && pricedAt.isBefore(oldest);
  }

  private static boolean isNew(SnapshotSecurity security, Instant oldest) {
    return security.pricedAt() != null && !isOld(security.pricedAt(), oldest);
  }

  private static String oldPrice(SnapshotSecurity security) {
    return "%s was last priced at %s".formatted(security.symbol(), security.pricedAt());
  }

  private static String named(List<String> sentences) {
    int more = sentences.size() - NAMED_MAX;
    String text = String.join("\n", sentences.subList(0, Math.min(NAMED_MAX, sentences.size())));
    return more > 0 ? text + "\nand %d more".formatted(more) : text;
  }
}
