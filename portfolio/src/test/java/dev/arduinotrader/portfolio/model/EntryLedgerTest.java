package dev.arduinotrader.portfolio.model;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.at;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static dev.arduinotrader.portfolio.MovementsOf.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.LedgerEntry.ActionKind;
import dev.arduinotrader.portfolio.LedgerEntry.Leg;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What entries other than trades, exchanges and cash do to the books. */
class EntryLedgerTest {
  private static final HoldingKey APPLE_USD = new HoldingKey(APPLE, Currency.USD);
  private static final Isin CHILD = Isin.privateCode("XNAS", "CHILD");
  private static final HoldingKey CHILD_USD = new HoldingKey(CHILD, Currency.USD);

  private static List<String> postings(Books before, Books after, BrokerMovement movement) {
    return Ledger.post(before, after, movement).stream()
        .map(
            p ->
                p.ledgerAccount()
                    + " "
                    + p.amount()
                    + (p.quantity() == null ? "" : " x" + p.quantity()))
        .toList();
  }

  private static BrokerMovement action(long number, ActionKind kind, Money cash, Leg... legs) {
    return new LedgerEntry.CorporateAction(
        number, "m-" + number, at(number), kind, APPLE, Currency.USD, List.of(legs), cash, "");
  }

  private static Leg leg(Isin isin, String change, String fraction) {
    return new Leg(isin, Quantity.of(change), new BigDecimal(fraction));
  }

  private static BrokerMovement reversal(long number, String of) {
    return new LedgerEntry.Reversal(number, "m-" + number, at(number), of, "typed twice");
  }

  @Test
  void aDividendShowsWhatWasWithheld() {
    BrokerMovement dividend =
        new LedgerEntry.Dividend(
            1, "m-1", at(1), APPLE, money("10", "USD"), money("1.50", "USD"), "");
    assertThat(postings(Books.empty(), Books.of(List.of(dividend)), dividend))
        .containsExactly(
            "assets:cash 8.50 USD", "expenses:tax 1.50 USD", "income:dividend -10.00 USD");
  }

  @Test
  void aSplitChangesUnitsAndNotTheirCost() {
    Books before = Books.of(List.of(buy(1, APPLE, "10", "100", "USD", "1.00")));
    BrokerMovement split = action(2, ActionKind.SPLIT, money("0", "USD"), leg(APPLE, "30", "0"));
    Books after = before.with(split);
    assertThat(after.holding(APPLE_USD).quantity()).isEqualTo(Quantity.of(40));
    assertThat(after.holding(APPLE_USD).book()).isEqualTo(money("1001", "USD"));
    assertThat(after.holding(APPLE_USD).firstBoughtAt()).isEqualTo(at(1));
    assertThat(postings(before, after, split)).containsExactly("assets:securities 0.00 USD x30");
  }

  @Test
  void aSpinOffMovesAPartOfTheCostAndTheDateOfThePurchase() {
    Books before = Books.of(List.of(buy(1, APPLE, "10", "100", "USD", "0")));
    BrokerMovement spinOff =
        action(2, ActionKind.SPIN_OFF, money("3.21", "USD"), leg(CHILD, "5", "0.2"));
    Books after = before.with(spinOff);
    assertThat(after.holding(APPLE_USD).book()).isEqualTo(money("800", "USD"));
    assertThat(after.holding(CHILD_USD).book()).isEqualTo(money("200", "USD"));
    assertThat(after.holding(CHILD_USD).firstBoughtAt()).isEqualTo(at(1));
    assertThat(postings(before, after, spinOff))
        .containsExactlyInAnyOrder(
            "assets:cash 3.21 USD",
            "assets:securities 200.00 USD x5",
            "assets:securities -200.00 USD",
            "income:realised -3.21 USD");
  }

  @Test
  void aMergerOfFourLegsPaysCashForTheRestOfTheCost() {
    Books before = Books.of(List.of(buy(1, APPLE, "10", "100", "USD", "0")));
    Isin second = Isin.privateCode("XNAS", "SECOND");
    Isin third = Isin.privateCode("XNAS", "THIRD");
    BrokerMovement merger =
        action(
            2,
            ActionKind.MERGER,
            money("250", "USD"),
            leg(APPLE, "-10", "0"),
            leg(CHILD, "4", "0.5"),
            leg(second, "3", "0.2"),
            leg(third, "2", "0.1"));
    assertThat(MovementRules.faults("m", merger)).isEmpty();
    Books after = before.with(merger);
    assertThat(after.quantities()).containsOnlyKeys(CHILD, second, third);
    assertThat(after.holding(CHILD_USD).book()).isEqualTo(money("500", "USD"));
    assertThat(postings(before, after, merger))
        .contains("assets:cash 250.00 USD", "income:realised -50.00 USD");
    assertThat(Ledger.balances(Ledger.post(before, after, merger))).isTrue();
  }

  @Test
  void anOpeningOfUnknownCostStaysUnknownUntilItIsSoldOrExplained() {
    BrokerMovement opening =
        new LedgerEntry.OpeningPosition(
            1, "m-1", at(1), APPLE, Quantity.of(5), Currency.USD, null, null, "statement of 2022");
    BrokerMovement more = buy(2, APPLE, "5", "100", "USD", "0");
    Books books = Books.of(List.of(opening, more));
    assertThat(books.holding(APPLE_USD).quantity()).isEqualTo(Quantity.of(10));
    assertThat(books.holding(APPLE_USD).costKnown()).isFalse();
    assertThat(books.holding(APPLE_USD).firstBoughtAt()).isNull();
    assertThat(postings(Books.empty(), Books.of(List.of(opening)), opening))
        .containsExactly("assets:securities 0.00 USD x5");

    BrokerMovement explained =
        new LedgerEntry.OpeningPosition(
            0,
            "m-4",
            at(1),
            APPLE,
            Quantity.of(5),
            Currency.USD,
            money("300", "USD"),
            at(0),
            "contract note");
    Books healed = Books.of(List.of(opening, more, reversal(3, "m-1"), explained));
    assertThat(healed.holding(APPLE_USD).costKnown()).isTrue();
    assertThat(healed.holding(APPLE_USD).book()).isEqualTo(money("800", "USD"));
    assertThat(healed.holding(APPLE_USD).firstBoughtAt()).isEqualTo(at(0));
  }

  @Test
  void aReversalMakesTheBooksAsIfTheEntryHadNeverBeen() {
    BrokerMovement deposit = deposit(1, "1000", "USD");
    BrokerMovement bought = buy(2, APPLE, "5", "100", "USD", "1.00");
    BrokerMovement sale = sell(3, APPLE, "2", "110", "USD", "1.00");
    Books before = Books.of(List.of(deposit, bought, sale));
    BrokerMovement back = reversal(4, "m-3");
    Books after = Books.of(List.of(deposit, bought, sale, back));
    assertThat(after.cash(Currency.USD)).isEqualTo(money("499", "USD"));
    assertThat(after.holding(APPLE_USD))
        .isEqualTo(Books.of(List.of(deposit, bought)).holding(APPLE_USD));
    assertThat(postings(before, after, back))
        .containsExactly(
            "assets:cash -219.00 USD",
            "assets:securities 200.40 USD x2",
            "expenses:commission -1.00 USD",
            "income:realised 19.60 USD");
  }

  @Test
  void aReversalThatIsTakenBackDoesNothing() {
    BrokerMovement deposit = deposit(1, "10", "EUR");
    Books books = Books.of(List.of(deposit, reversal(2, "m-1"), reversal(3, "m-2")));
    assertThat(books.cash(Currency.EUR)).isEqualTo(money("10", "EUR"));
  }

  @Test
  void aReversalMayArriveBeforeWhatItTakesBack() {
    BrokerMovement back = reversal(1, "m-2");
    BrokerMovement late = deposit(2, "10", "EUR");
    Books before = Books.of(List.of(back));
    Books after = before.with(late);
    assertThat(after.cash(Currency.EUR)).isEqualTo(money("0", "EUR"));
    assertThat(postings(before, after, late)).containsExactly("equity:memo 0.00 EUR");
  }

  @Test
  void aFullSaleKeepsTheDatesOfItsTrades() {
    Books books =
        Books.of(
            List.of(buy(1, APPLE, "5", "100", "USD", "0"), sell(2, APPLE, "5", "100", "USD", "0")));
    assertThat(books.dates(APPLE).lastBoughtAt()).isEqualTo(at(1));
    assertThat(books.dates(APPLE).lastSoldAt()).isEqualTo(at(2));
    assertThat(books.dates(BP).lastBoughtAt()).isNull();
  }

  @Test
  void entriesThatCannotBeFactsAreRefusedNamingEveryFault() {
    BrokerMovement impossible =
        action(
            1,
            ActionKind.MERGER,
            money("-1", "USD"),
            leg(APPLE, "5", "0.6"),
            leg(CHILD, "0", "0.6"));
    assertThat(MovementRules.faults("m", impossible))
        .extracting(fault -> fault.place())
        .containsExactly("m.cash", "m.legs[0]", "m.legs[1].change", "m.legs");
    BrokerMovement dividend =
        new LedgerEntry.Dividend(
            1, "m-1", at(1), APPLE, money("10", "USD"), money("11", "USD"), "");
    assertThat(MovementRules.faults("m", dividend))
        .extracting(fault -> fault.place())
        .containsExactly("m.withheld");
  }
}
