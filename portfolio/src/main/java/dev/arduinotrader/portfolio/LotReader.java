package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.model.LotLedger;
import java.util.ArrayList;
import java.util.List;

/** Cuts the part that a query asks for out of all lots. */
final class LotReader {
  private LotReader() {}

  static List<Fault> faults(LotQuery query) {
    List<Fault> faults = new ArrayList<>();
    if (query.limit() < 1 || query.limit() > LotQuery.LIMIT_MAX) {
      faults.add(new Fault("limit", "expected 1 to 1,000, found " + query.limit()));
    }
    if (query.afterPosition() < 0) {
      faults.add(new Fault("afterPosition", "expected 0 or more, found " + query.afterPosition()));
    }
    return faults;
  }

  static LotPage read(List<BrokerMovement> movements, LotQuery query) {
    LotLedger ledger = LotLedger.of(movements, query.method(), query.choices());
    List<Lot> lots =
        ledger.lots().stream()
            .filter(lot -> query.isin() == null || lot.isin().equals(query.isin()))
            .toList();
    List<Disposal> disposals =
        ledger.disposals().stream().filter(disposal -> isWanted(query, disposal)).toList();
    int end = query.afterPosition() + query.limit();
    return new LotPage(
        page(lots, query), page(disposals, query), lots.size() <= end && disposals.size() <= end);
  }

  private static boolean isWanted(LotQuery query, Disposal disposal) {
    return (query.isin() == null || disposal.isin().equals(query.isin()))
        && (query.disposedFrom() == null || !disposal.disposedAt().isBefore(query.disposedFrom()))
        && (query.disposedBefore() == null
            || disposal.disposedAt().isBefore(query.disposedBefore()));
  }

  private static <T> List<T> page(List<T> all, LotQuery query) {
    return all.stream().skip(query.afterPosition()).limit(query.limit()).toList();
  }
}
