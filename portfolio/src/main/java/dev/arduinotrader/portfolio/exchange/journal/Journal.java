package dev.arduinotrader.portfolio.exchange.journal;

import dev.arduinotrader.portfolio.LedgerTransaction;
import dev.arduinotrader.portfolio.LedgerTransaction.Posting;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ledger as every plain-text program understands it: what a security stands for in the books is
 * money, and its units are moved against an account of their own, so that each commodity balances
 * by itself and no price has to be guessed.
 *
 * @param transactions by day (UTC), then by number
 */
record Journal(List<Entry> transactions) {
  private static final String UNITS = "assets:units";
  private static final String UNITS_ELSEWHERE = "equity:units";

  Journal {
    transactions = List.copyOf(transactions);
  }

  /** One transaction; texts are one line each. */
  record Entry(
      LocalDate day, long number, String kind, String sourceId, String text, List<Line> lines) {}

  /**
   * One side of it.
   *
   * @param account names between colons in lower case, a last one perhaps an ISIN
   * @param commodity a currency or an ISIN
   */
  record Line(String account, String number, String commodity, boolean isSecurity) {}

  static Journal of(List<LedgerTransaction> ledger) {
    return new Journal(
        ledger.stream()
            .map(Journal::entry)
            .sorted(Comparator.comparing(Entry::day).thenComparing(Entry::number))
            .toList());
  }

  private static Entry entry(LedgerTransaction transaction) {
    List<Line> lines = new ArrayList<>();
    transaction.postings().forEach(posting -> add(lines, posting));
    return new Entry(
        transaction.effectiveAt().atZone(ZoneOffset.UTC).toLocalDate(),
        transaction.number(),
        transaction.kind(),
        oneLine(transaction.sourceId()),
        oneLine(transaction.description()),
        List.copyOf(lines));
  }

  private static void add(List<Line> lines, Posting posting) {
    String name = posting.ledgerAccount();
    String account = posting.isin() == null ? name : name + ":" + posting.isin();
    lines.add(
        new Line(
            account,
            posting.amount().amount().toPlainString(),
            posting.amount().currency().code(),
            false));
    if (posting.isin() != null && posting.quantity() != null) {
      String isin = posting.isin().value();
      String units = posting.quantity().value().toPlainString();
      String away = posting.quantity().negated().value().toPlainString();
      lines.add(new Line(UNITS + ":" + isin, units, isin, true));
      lines.add(new Line(UNITS_ELSEWHERE + ":" + isin, away, isin, true));
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  SortedSet<String> accounts() {
    SortedSet<String> accounts = new TreeSet<>();
    transactions.forEach(entry -> entry.lines().forEach(line -> accounts.add(line.account())));
    return accounts;
  }

  /** Currencies, or ISINs. */
  SortedSet<String> commodities(boolean securities) {
    SortedSet<String> commodities = new TreeSet<>();
    for (Entry entry : transactions) {
      entry.lines().stream()
          .filter(line -> line.isSecurity() == securities)
          .forEach(line -> commodities.add(line.commodity()));
    }
    return commodities;
  }
}
