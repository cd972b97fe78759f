package dev.arduinotrader.portfolio.model;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.at;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.exchange;
import static dev.arduinotrader.portfolio.MovementsOf.flow;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static dev.arduinotrader.portfolio.MovementsOf.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static List<String> postings(Books before, BrokerMovement movement) {
    return Ledger.post(before, before.with(movement), movement).stream()
        .map(
            p ->
                p.ledgerAccount()
                    + " "
                    + p.amount()
                    + (p.quantity() == null ? "" : " x" + p.quantity()))
        .toList();
  }

  private static Holding holding(Books books, Isin isin, String currency) {
    return books.holding(new HoldingKey(isin, Currency.of(currency)));
  }

  @Test
  void aDepositComesFromTheOwner() {
    assertThat(postings(Books.empty(), deposit(1, "30000", "EUR")))
        .containsExactly("assets:cash 30000.00 EUR", "equity:owner -30000.00 EUR");
  }

  @Test
  void aPurchaseCostsWhatItTookWithItsCommission() {
    assertThat(postings(Books.empty(), buy(1, APPLE, "10", "172.99", "USD", "5.46")))
        .containsExactly("assets:cash -1735.36 USD", "assets:securities 1735.36 USD x10");
  }

  @Test
  void aCommissionInAnotherCurrencyIsAnExpense() {
    BrokerMovement.Execution plain =
        (BrokerMovement.Execution) buy(1, APPLE, "10", "172.99", "USD", "0");
    BrokerMovement movement =
        new BrokerMovement.Execution(
            1,
            plain.sourceId(),
            plain.at(),
            plain.clientOrderId(),
            plain.isin(),
            plain.side(),
            plain.quantity(),
            plain.price(),
            plain.gross(),
            money("4.00", "EUR"));
    assertThat(postings(Books.empty(), movement))
        .containsExactly(
            "assets:cash -4.00 EUR",
            "assets:cash -1729.90 USD",
            "assets:securities 1729.90 USD x10",
            "expenses:commission 4.00 EUR");
  }

  @Test
  void aSaleTakesItsShareOfTheCostAndRealisesTheRest() {
    Books books = Books.of(List.of(buy(1, APPLE, "3", "100", "USD", "1.00")));
    BrokerMovement sale = sell(2, APPLE, "1", "110", "USD", "1.50");
    assertThat(postings(books, sale))
        .containsExactly(
            "assets:cash 108.50 USD",
            "assets:securities -100.33 USD x-1",
            "expenses:commission 1.50 USD",
            "income:realised -9.67 USD");
    assertThat(holding(books.with(sale), APPLE, "USD").book()).isEqualTo(money("200.67", "USD"));
  }

  @Test
  void theLastUnitTakesWhatIsLeft() {
    Books books =
        Books.of(
            List.of(
                buy(1, APPLE, "3", "33.333", "USD", "0"),
                sell(2, APPLE, "1", "40", "USD", "0"),
                sell(3, APPLE, "1", "40", "USD", "0"),
                sell(4, APPLE, "1", "40", "USD", "0")));
    assertThat(holding(books, APPLE, "USD").book()).isEqualTo(money("0", "USD"));
    assertThat(holding(books, APPLE, "USD").quantity()).isEqualTo(Quantity.ZERO);
    assertThat(books.quantities()).isEmpty();
  }

  @Test
  void penceBecomePoundsOnceAndToTheCent() {
    // 37 x 483.55 p = 17,891.35 p = 178.9135 pounds
    BrokerMovement movement = buy(1, BP, "37", "483.55", "GBX", "2.36");
    assertThat(postings(Books.empty(), movement))
        .containsExactly("assets:cash -181.27 GBP", "assets:securities 181.27 GBP x37");
    assertThat(MovementRules.faults("m", movement)).isEmpty();
  }

  @Test
  void bothSidesOfAnExchangeBalanceInTheirOwnCurrency() {
    BrokerMovement movement =
        exchange(1, money("1000", "EUR"), money("1071.30", "USD"), money("0.50", "EUR"));
    assertThat(postings(Books.empty(), movement))
        .containsExactly(
            "assets:cash -1000.50 EUR",
            "assets:cash 1071.30 USD",
            "equity:exchange 1000.00 EUR",
            "equity:exchange -1071.30 USD",
            "expenses:commission 0.50 EUR");
  }

  @Test
  void everyKindOfCashFlowHasItsCounterpart() {
    assertThat(postings(Books.empty(), flow(1, CashFlowKind.WITHDRAWAL, "-5", "EUR")))
        .containsExactly("assets:cash -5.00 EUR", "equity:owner 5.00 EUR");
    assertThat(postings(Books.empty(), flow(1, CashFlowKind.DIVIDEND, "5", "USD")))
        .containsExactly("assets:cash 5.00 USD", "income:dividend -5.00 USD");
    assertThat(postings(Books.empty(), flow(1, CashFlowKind.INTEREST, "5", "EUR")))
        .containsExactly("assets:cash 5.00 EUR", "income:interest -5.00 EUR");
    assertThat(postings(Books.empty(), flow(1, CashFlowKind.FEE, "-5", "EUR")))
        .containsExactly("assets:cash -5.00 EUR", "expenses:fee 5.00 EUR");
    assertThat(postings(Books.empty(), flow(1, CashFlowKind.TAX, "-5", "EUR")))
        .containsExactly("assets:cash -5.00 EUR", "expenses:tax 5.00 EUR");
  }

  @Test
  void sellingMoreThanHeldIsBookedAndHealsWhenTheMissingPurchaseArrives() {
    BrokerMovement first = buy(1, APPLE, "5", "100", "USD", "0");
    BrokerMovement missing = buy(2, APPLE, "10", "120", "USD", "0");
    BrokerMovement sale = sell(3, APPLE, "8", "150", "USD", "0");
    Books short3 = Books.of(List.of(first, sale));
    assertThat(holding(short3, APPLE, "USD").quantity()).isEqualTo(Quantity.of(-3));
    assertThat(holding(short3, APPLE, "USD").book()).isEqualTo(money("-450", "USD"));
    assertThat(holding(short3, APPLE, "USD").firstBoughtAt()).isNull();

    Books healed = Books.of(List.of(first, sale, missing));
    assertThat(holding(healed, APPLE, "USD").quantity()).isEqualTo(Quantity.of(7));
    // 15 units for 1,700.00; 8 sold at average cost take 906.67 with them.
    assertThat(holding(healed, APPLE, "USD").book()).isEqualTo(money("793.33", "USD"));
    // The late purchase corrects the income of the sale that is in the ledger already.
    assertThat(
            Ledger.post(short3, healed, missing).stream()
                .map(p -> p.ledgerAccount() + " " + p.amount()))
        .containsExactly(
            "assets:cash -1200.00 USD",
            "assets:securities 1243.33 USD",
            "income:realised -43.33 USD");
  }

  @Test
  void datesFollowTheUnitsNowHeld() {
    Books books =
        Books.of(
            List.of(
                buy(1, APPLE, "5", "100", "USD", "0"),
                buy(2, APPLE, "5", "100", "USD", "0"),
                sell(3, APPLE, "10", "100", "USD", "0"),
                buy(4, APPLE, "1", "100", "USD", "0"),
                buy(5, APPLE, "1", "100", "USD", "0")));
    Holding held = holding(books, APPLE, "USD");
    assertThat(held.firstBoughtAt()).isEqualTo(at(4));
    assertThat(held.lastBoughtAt()).isEqualTo(at(5));
    assertThat(held.lastSoldAt()).isEqualTo(at(3));
  }

  @Test
  void refusesToSkipTheOrderOfTime() {
    Books books = Books.of(List.of(deposit(2, "10", "EUR")));
    assertThat(books.isNext(deposit(1, "10", "EUR"))).isFalse();
    assertThatThrownBy(() -> books.with(deposit(1, "10", "EUR")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("m-1");
  }

  @Test
  void describesMovementsForPeople() {
    assertThat(MovementTexts.description(buy(1, APPLE, "10", "172.99", "USD", "5.46")))
        .isEqualTo("Bought 10 US0378331005 at 172.99 USD = 1729.90 USD, commission 5.46 USD");
    assertThat(MovementTexts.description(sell(1, BP, "2", "480", "GBX", "0")))
        .isEqualTo("Sold 2 GB0007980591 at 480 GBX = 9.60 GBP");
    assertThat(
            MovementTexts.description(
                exchange(1, money("10", "EUR"), money("11", "USD"), money("0", "EUR"))))
        .isEqualTo("Exchanged 10.00 EUR for 11.00 USD");
    assertThat(MovementTexts.description(deposit(1, "10", "EUR"))).isEqualTo("DEPOSIT 10.00 EUR");
  }
}
