package dev.arduinotrader.portfolio.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerTransaction;
import dev.arduinotrader.portfolio.LedgerTransaction.Posting;
import dev.arduinotrader.portfolio.model.Books;
import dev.arduinotrader.portfolio.model.Ledger;
import dev.arduinotrader.portfolio.model.MovementTexts;
import dev.arduinotrader.portfolio.model.RandomHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Isin APPLE = Isin.of("US0378331005");

  private static List<LedgerTransaction> ledger(long seed, int entries) {
    RandomHistory random = new RandomHistory(seed);
    List<LedgerTransaction> ledger = new ArrayList<>();
    List<BrokerMovement> facts = new ArrayList<>();
    Set<String> known = new HashSet<>();
    Books books = Books.empty();
    for (BrokerMovement movement : random.arrivals(random.next(entries))) {
      if (known.add(movement.sourceId())) {
        facts.add(movement);
        Books after = Books.of(facts);
        ledger.add(
            new LedgerTransaction(
                ledger.size() + 1L,
                movement.sourceId(),
                Ledger.kind(movement),
                movement.at(),
                Instant.EPOCH,
                MovementTexts.description(movement) + " \"so; it\\ | is\"\nnext",
                Ledger.post(books, after, movement)));
        books = after;
      }
    }
    return ledger;
  }

  private static String run(Path file, String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command));
    words.add(file.toString());
    Path said = Files.createTempFile(file.getParent(), "said", ".txt");
    Process process;
    try {
      process =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    } catch (IOException e) {
      return fail(
          "expected %s, found none\nMaybe: apt-get install -y hledger beancount"
              .formatted(command[0]),
          e);
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command[0]).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    return Files.readString(said);
  }

  @Test
  void hledgerFindsNoFaultInEveryKindOfEntry(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("books.journal");
    Files.writeString(file, HledgerJournal.of(ledger(11, 300)));
    run(file, "hledger", "check", "--strict", "ordereddates", "-f");
  }

  @Test
  void beancountFindsNoFaultInEveryKindOfEntry(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("books.beancount");
    Files.writeString(file, BeancountJournal.of(ledger(12, 300)));
    assertThat(run(file, "bean-check")).isEmpty();
  }

  @Test
  void emptyBooksAreAJournalToo(@TempDir Path folder) throws Exception {
    Path hledger = folder.resolve("empty.journal");
    Files.writeString(hledger, HledgerJournal.of(List.of()));
    run(hledger, "hledger", "check", "--strict", "-f");
    Path beancount = folder.resolve("empty.beancount");
    Files.writeString(beancount, BeancountJournal.of(List.of()));
    run(beancount, "bean-check");
  }

  @Test
  void hledgerComesToTheBalancesOfTheBooks(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("books.journal");
    Files.writeString(file, HledgerJournal.of(List.of(purchase())));
    assertThat(run(file, "hledger", "balance", "--no-total", "--output-format=csv", "-f"))
        .contains("\"assets:cash\",\"-201.50 USD\"")
        .contains("\"assets:securities:US0378331005\",\"200.00 USD\"")
        .contains("\"assets:units:US0378331005\",\"2 \"\"US0378331005\"\"\"");
  }

  private static LedgerTransaction purchase() {
    Currency usd = Currency.USD;
    return new LedgerTransaction(
        1,
        "fill-1",
        "EXECUTION",
        Instant.parse("2024-03-01T14:30:00Z"),
        Instant.parse("2024-03-01T14:30:01Z"),
        "Bought 2",
        List.of(
            new Posting("assets:cash", Money.of("-201.50", usd), null, null),
            new Posting("assets:securities", Money.of("200", usd), APPLE, Quantity.of(2)),
            new Posting("expenses:commission", Money.of("1.50", usd), null, null)));
  }

  @Test
  void theSameLedgerIsAlwaysTheSameText() {
    assertThat(HledgerJournal.of(ledger(13, 50))).isEqualTo(HledgerJournal.of(ledger(13, 50)));
    assertThat(BeancountJournal.of(List.of(purchase())))
        .isEqualTo(
            """
            option "title" "Arduino Trader"
            option "operating_currency" "USD"

            2024-03-01 open Assets:Cash
            2024-03-01 open Assets:Securities:US0378331005
            2024-03-01 open Assets:Units:US0378331005
            2024-03-01 open Equity:Units:US0378331005
            2024-03-01 open Expenses:Commission

            2024-03-01 * "Bought 2"
              number: 1
              kind: "EXECUTION"
              source: "fill-1"
              Assets:Cash  -201.50 USD
              Assets:Securities:US0378331005  200.00 USD
              Assets:Units:US0378331005  2 US0378331005
              Equity:Units:US0378331005  -2 US0378331005
              Expenses:Commission  1.50 USD
            """);
  }
}
