package dev.arduinotrader.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.store.TradingBook.Appended;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the store on whichever database. */
abstract class TradingStoreContract {
  private static final String CURSOR = "2026-03-04T15:00:00Z::an-opaque-page-token";
  private static final AccountId ACCOUNT = AccountId.of("paper-1");
  private static final AccountId OTHER = AccountId.of("paper-2");
  private static final Instant NOW = Instant.parse("2026-03-04T15:00:00Z");

  private Databases databases;
  private SqlTradingStore store;

  /** An empty place for the store. */
  abstract Databases databases(Path directory);

  @BeforeEach
  void open(@TempDir Path directory) {
    databases = databases(directory);
    store = SqlTradingStore.open(databases);
    store.write(
        book -> {
          book.open(ACCOUNT, Currency.EUR, "paper", Mode.PAPER);
          book.open(OTHER, Currency.USD, "tradernet, user 7, play money", Mode.PAPER);
          return true;
        });
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void numbersTheOutboxPerAccountWithoutGaps() {
    append(ACCOUNT, "a", "1.00");
    append(OTHER, "a", "1.00");
    append(ACCOUNT, "b", "2.00");
    assertThat(append(ACCOUNT, "a", "1.00")).isEqualTo(Appended.REPEATED);
    assertThat(append(ACCOUNT, "a", "9.00")).isEqualTo(Appended.CONTRADICTED);
    assertThat(append(ACCOUNT, "c", "3.00")).isEqualTo(Appended.NEW);
    assertThat(movementsAfter(0)).extracting(BrokerMovement::sequence).containsExactly(1L, 2L, 3L);
    assertThat(movementsAfter(2)).extracting(BrokerMovement::sourceId).containsExactly("c");
    assertThat(store.read(book -> book.account(OTHER)).orElseThrow().outboxLast()).isEqualTo(1);
  }

  @Test
  void aFailedTransactionLeavesNoNumberBehind() {
    assertThatThrownBy(
            () ->
                store.write(
                    book -> {
                      book.append(ACCOUNT, movement("a", "1.00"));
                      throw new IllegalStateException("a test");
                    }))
        .isInstanceOf(IllegalStateException.class);
    append(ACCOUNT, "b", "2.00");
    assertThat(movementsAfter(0)).extracting(BrokerMovement::sequence).containsExactly(1L);
  }

  @Test
  void neverGivesABrokerReferenceOrAnEpochTwice() {
    int first = store.write(book -> book.nextBrokerReference(ACCOUNT));
    reopen();
    assertThat(store.<Integer>write(book -> book.nextBrokerReference(ACCOUNT)))
        .isEqualTo(first + 1);
    assertThat(store.<Long>write(book -> book.nextEpoch(ACCOUNT))).isEqualTo(2);
  }

  @Test
  void remembersModeAndHalt() {
    store.write(
        book -> {
          book.setMode(ACCOUNT, Mode.RESEARCH);
          book.setHalt(ACCOUNT, "a test", NOW);
          book.setCursor(ACCOUNT, CURSOR);
          return true;
        });
    reopen();
    AccountState state = store.read(book -> book.account(ACCOUNT)).orElseThrow();
    assertThat(state)
        .isEqualTo(
            new AccountState(
                ACCOUNT,
                Currency.EUR,
                "paper",
                Mode.RESEARCH,
                "a test",
                NOW,
                null,
                1,
                0,
                0,
                CURSOR));
    AccountState other = store.read(book -> book.account(OTHER)).orElseThrow();
    assertThat(other.broker()).isEqualTo("tradernet, user 7, play money");
  }

  private List<BrokerMovement> movementsAfter(long number) {
    return store.read(book -> book.movements(ACCOUNT, number, 10));
  }

  private void reopen() {
    store.close();
    store = SqlTradingStore.open(databases);
  }

  private Appended append(AccountId account, String id, String amount) {
    return store.write(book -> book.append(account, movement(id, amount)));
  }

  private static LongFunction<BrokerMovement> movement(String id, String amount) {
    Money money = Money.of(amount, Currency.EUR);
    return number -> new BrokerMovement.CashFlow(number, id, NOW, CashFlowKind.DEPOSIT, money, "");
  }
}
