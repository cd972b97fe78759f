package dev.arduinotrader.portfolio.exchange.journal;

import dev.arduinotrader.portfolio.LedgerTransaction;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledger as a journal for beancount, which {@code bean-check} accepts. */
public final class BeancountJournal {
  private BeancountJournal() {}

  /** The same text for the same ledger. */
  public static String of(List<LedgerTransaction> ledger) {
    Journal journal = Journal.of(ledger);
    StringBuilder text = new StringBuilder("option \"title\" \"Arduino Trader\"\n");
    journal
        .commodities(false)
        .forEach(code -> line(text, "option \"operating_currency\" \"" + code + '"'));
    if (!journal.transactions().isEmpty()) {
      LocalDate first = journal.transactions().getFirst().day();
      text.append('\n');
      journal.accounts().forEach(each -> line(text, first + " open " + account(each)));
    }
    journal.transactions().forEach(entry -> add(text, entry));
    return text.toString();
  }

  private static void add(StringBuilder text, Journal.Entry entry) {
    String what = entry.text().isEmpty() ? entry.kind() : entry.text();
    line(text, "\n" + entry.day() + " * " + quoted(what));
    line(text, "  number: " + entry.number());
    line(text, "  kind: " + quoted(entry.kind()));
    line(text, "  source: " + quoted(entry.sourceId()));
    for (Journal.Line each : entry.lines()) {
      line(text, "  " + account(each.account()) + "  " + each.number() + " " + each.commodity());
    }
  }

  private static String account(String account) {
    return Stream.of(account.split(":"))
        .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .collect(Collectors.joining(":"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
