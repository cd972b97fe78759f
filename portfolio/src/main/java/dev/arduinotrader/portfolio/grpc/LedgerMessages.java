package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.portfolio.ListLedgerResponse;
import dev.arduinotrader.contracts.portfolio.Posting;
import dev.arduinotrader.contracts.portfolio.ReconcileStatementRequest;
import dev.arduinotrader.contracts.portfolio.ReconcileStatementResponse;
import dev.arduinotrader.contracts.portfolio.StatementHolding;
import dev.arduinotrader.contracts.portfolio.VerifyBooksResponse;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.portfolio.BooksVerification;
import dev.arduinotrader.portfolio.BrokerStatement;
import dev.arduinotrader.portfolio.LedgerPage;
import dev.arduinotrader.portfolio.LedgerTransaction;
import dev.arduinotrader.portfolio.StatementComparison;
import dev.arduinotrader.portfolio.StatementDifference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Ledger, statement and verification on the wire, both ways. */
final class LedgerMessages {
  private LedgerMessages() {}

  static ListLedgerResponse toProto(LedgerPage page) {
    return ListLedgerResponse.newBuilder()
        .addAllTransactions(page.transactions().stream().map(LedgerMessages::toProto).toList())
        .build();
  }

  static LedgerPage fromProto(ListLedgerResponse message) {
    return new LedgerPage(
        WireValues.each("transactions", message.getTransactionsList(), LedgerMessages::fromProto));
  }

  private static dev.arduinotrader.contracts.portfolio.LedgerTransaction toProto(
      LedgerTransaction transaction) {
    return dev.arduinotrader.contracts.portfolio.LedgerTransaction.newBuilder()
        .setNumber(transaction.number())
        .setSourceId(transaction.sourceId())
        .setKind(transaction.kind())
        .setEffectiveAt(CommonMessages.toProto(transaction.effectiveAt()))
        .setBookedAt(CommonMessages.toProto(transaction.bookedAt()))
        .setDescription(transaction.description())
        .addAllPostings(transaction.postings().stream().map(LedgerMessages::toProto).toList())
        .build();
  }

  private static LedgerTransaction fromProto(
      dev.arduinotrader.contracts.portfolio.LedgerTransaction message) {
    return new LedgerTransaction(
        message.getNumber(),
        message.getSourceId(),
        message.getKind(),
        WireValues.instant("effective_at", message.hasEffectiveAt(), message.getEffectiveAt()),
        WireValues.instant("booked_at", message.hasBookedAt(), message.getBookedAt()),
        message.getDescription(),
        WireValues.each("postings", message.getPostingsList(), LedgerMessages::fromProto));
  }

  private static Posting toProto(LedgerTransaction.Posting posting) {
    Isin isin = posting.isin();
    Quantity quantity = posting.quantity();
    return Posting.newBuilder()
        .setLedgerAccount(posting.ledgerAccount())
        .setAmount(CommonMessages.toProto(posting.amount()))
        .setIsin(isin == null ? "" : isin.value())
        .setQuantity(quantity == null ? "" : quantity.toString())
        .build();
  }

  private static LedgerTransaction.Posting fromProto(Posting message) {
    return new LedgerTransaction.Posting(
        message.getLedgerAccount(),
        WireValues.money("amount", message.getAmount()),
        message.getIsin().isEmpty() ? null : Isin.of(message.getIsin()),
        message.getQuantity().isEmpty() ? null : Quantity.of(message.getQuantity()));
  }

  static ReconcileStatementRequest toProto(BrokerStatement statement) {
    return ReconcileStatementRequest.newBuilder()
        .setAt(CommonMessages.toProto(statement.at()))
        .setExecutionSequence(statement.executionSequence())
        .addAllMissing(statement.missing())
        .addAllCash(statement.cash().stream().map(CommonMessages::toProto).toList())
        .addAllHoldings(
            statement.holdings().stream()
                .map(
                    holding ->
                        StatementHolding.newBuilder()
                            .setIsin(holding.isin().value())
                            .setQuantity(holding.quantity().toString())
                            .build())
                .toList())
        .build();
  }

  static BrokerStatement fromProto(ReconcileStatementRequest message) {
    FieldReader fields = new FieldReader();
    Instant at =
        fields.read("at", () -> WireValues.instant("at", message.hasAt(), message.getAt()));
    List<Money> cash = new ArrayList<>();
    for (int i = 0; i < message.getCashCount(); i++) {
      Money money = fields.money("cash[" + i + "]", message.getCash(i));
      if (money != null) {
        cash.add(money);
      }
    }
    List<BrokerStatement.Holding> holdings = new ArrayList<>();
    for (int i = 0; i < message.getHoldingsCount(); i++) {
      StatementHolding holding = message.getHoldings(i);
      Isin isin = fields.isin("holdings[" + i + "].isin", holding.getIsin());
      Quantity quantity = fields.quantity("holdings[" + i + "].quantity", holding.getQuantity());
      if (isin != null && quantity != null) {
        holdings.add(new BrokerStatement.Holding(isin, quantity));
      }
    }
    return fields.build(
        () ->
            new BrokerStatement(
                Objects.requireNonNull(at),
                message.getExecutionSequence(),
                cash,
                holdings,
                message.getMissingList()));
  }

  static ReconcileStatementResponse toProto(StatementComparison comparison) {
    return ReconcileStatementResponse.newBuilder()
        .setEqual(comparison.equal())
        .addAllDifferences(comparison.differences())
        .addAllItems(comparison.items().stream().map(LedgerMessages::toProto).toList())
        .build();
  }

  static StatementComparison fromProto(ReconcileStatementResponse message) {
    return new StatementComparison(
        message.getEqual(),
        message.getDifferencesList(),
        WireValues.each("items", message.getItemsList(), LedgerMessages::fromProto));
  }

  private static dev.arduinotrader.contracts.portfolio.StatementDifference toProto(
      StatementDifference item) {
    Isin isin = item.isin();
    Currency currency = item.currency();
    return dev.arduinotrader.contracts.portfolio.StatementDifference.newBuilder()
        .setKind(
            dev.arduinotrader.contracts.portfolio.StatementDifferenceKind.valueOf(
                "STATEMENT_DIFFERENCE_KIND_" + item.kind().name()))
        .setIsin(isin == null ? "" : isin.value())
        .setCurrency(currency == null ? "" : currency.code())
        .setBooks(item.books().toPlainString())
        .setBroker(item.broker().toPlainString())
        .setFirstSeenAt(CommonMessages.toProto(item.firstSeenAt()))
        .setAdjusted(item.adjusted())
        .build();
  }

  private static StatementDifference fromProto(
      dev.arduinotrader.contracts.portfolio.StatementDifference message) {
    return new StatementDifference(
        switch (message.getKind()) {
          case STATEMENT_DIFFERENCE_KIND_CASH -> StatementDifference.Kind.CASH;
          case STATEMENT_DIFFERENCE_KIND_UNITS -> StatementDifference.Kind.UNITS;
          case STATEMENT_DIFFERENCE_KIND_GHOST -> StatementDifference.Kind.GHOST;
          case STATEMENT_DIFFERENCE_KIND_MISSING -> StatementDifference.Kind.MISSING;
          case STATEMENT_DIFFERENCE_KIND_UNSPECIFIED, UNRECOGNIZED ->
              throw new IllegalArgumentException(
                  "kind: expected a kind of difference, found " + message.getKind());
        },
        message.getIsin().isEmpty() ? null : Isin.of(message.getIsin()),
        message.getCurrency().isEmpty() ? null : Currency.of(message.getCurrency()),
        Decimals.parse(message.getBooks()),
        Decimals.parse(message.getBroker()),
        WireValues.instant("first_seen_at", message.hasFirstSeenAt(), message.getFirstSeenAt()),
        message.getAdjusted());
  }

  static VerifyBooksResponse toProto(BooksVerification verification) {
    return VerifyBooksResponse.newBuilder()
        .setTransactions(verification.transactions())
        .setPostings(verification.postings())
        .addAllFaults(verification.faults())
        .addAllUnexplained(verification.unexplained())
        .build();
  }

  static BooksVerification fromProto(VerifyBooksResponse message) {
    return new BooksVerification(
        message.getTransactions(),
        message.getPostings(),
        message.getFaultsList(),
        message.getUnexplainedList());
  }
}
