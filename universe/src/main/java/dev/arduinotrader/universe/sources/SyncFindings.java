package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.FindingPage;
import dev.arduinotrader.universe.FindingQuery;
import dev.arduinotrader.universe.ImportFinding;
import dev.arduinotrader.universe.PriceFinding;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.raw.RawInterval;
import dev.arduinotrader.universe.model.validation.Finding;
import dev.arduinotrader.universe.store.UniverseStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps what a sync found wrong with a source's prices beside what imports found. A sync asks for
 * the newest days only: what was found before them stays.
 */
final class SyncFindings {
  private static final int PAGES_MAX = 100;

  private final UniverseStore store;
  private final AccountId account;
  private final Instant now;

  /**
   * @param now when it was found
   */
  SyncFindings(UniverseStore store, AccountId account, Instant now) {
    this.store = store;
    this.account = account;
    this.now = now;
  }

  /** Puts what was found from a day on in place of what was found there before. */
  void note(Security security, String source, LocalDate from, List<Finding> found) {
    String series = security.isin().value();
    List<PriceFinding> before = before(series, source);
    List<PriceFinding> kept =
        before.stream().filter(finding -> finding.date().compareTo(from.toString()) < 0).toList();
    List<PriceFinding> all =
        Stream.concat(
                kept.stream(),
                found.stream().map(finding -> PriceFinding.of(series, RawInterval.DAY, finding)))
            .toList();
    if (!all.equals(before)) {
      store
          .write(
              account,
              now,
              change -> {
                change.putFindings(series, source, all);
                return Result.success(Done.DONE);
              })
          .orElseThrow();
    }
  }

  private List<PriceFinding> before(String series, String source) {
    List<PriceFinding> before = new ArrayList<>();
    FindingQuery query = new FindingQuery(series, null, null, null, FindingQuery.LIMIT_MAX);
    for (int page = 0; page < PAGES_MAX; page++) {
      FindingPage findings = store.findings(query);
      findings.findings().stream()
          .filter(finding -> finding.source().equals(source))
          .map(ImportFinding::finding)
          .forEach(before::add);
      if (findings.next() == null) {
        break;
      }
      query = query.page(findings.next());
    }
    return before;
  }
}
