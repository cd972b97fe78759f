package dev.arduinotrader.portfolio.exchange.journal;

import dev.arduinotrader.portfolio.LedgerTransaction;
import java.util.List;

/** The ledger as a journal for hledger, which {@code hledger check --strict} accepts. */
public final class HledgerJournal {
  private HledgerJournal() {}

  /** The same text for the same ledger. */
  public static String of(List<LedgerTransaction> ledger) {
    Journal journal = Journal.of(ledger);
    StringBuilder text = new StringBuilder("decimal-mark .\n\n");
    journal.commodities(false).forEach(code -> line(text, "commodity " + code));
    journal.commodities(true).forEach(isin -> line(text, "commodity \"" + isin + '"'));
    journal.accounts().forEach(account -> line(text, "account " + account));
    journal.transactions().forEach(entry -> add(text, entry));
    return text.toString();
  }

  private static void add(StringBuilder text, Journal.Entry entry) {
    // A semicolon would begin a comment, a bar the note after a payee.
    String what = entry.text().replace(';', ',').replace('|', '/');
    line(text, "\n" + entry.day() + " * " + (what.isEmpty() ? entry.kind() : what));
    line(text, "    ; number: " + entry.number());
    line(text, "    ; kind: " + entry.kind());
    line(text, "    ; source: " + entry.sourceId());
    for (Journal.Line each : entry.lines()) {
      String commodity = each.isSecurity() ? '"' + each.commodity() + '"' : each.commodity();
      line(text, "    " + each.account() + "  " + each.number() + " " + commodity);
    }
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
