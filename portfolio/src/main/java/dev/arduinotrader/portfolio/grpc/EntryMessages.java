package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.portfolio.BrokerMovement;
import dev.arduinotrader.contracts.portfolio.CashAdjustment;
import dev.arduinotrader.contracts.portfolio.CorporateAction;
import dev.arduinotrader.contracts.portfolio.CorporateActionKind;
import dev.arduinotrader.contracts.portfolio.CorporateActionLeg;
import dev.arduinotrader.contracts.portfolio.Dividend;
import dev.arduinotrader.contracts.portfolio.OpeningPosition;
import dev.arduinotrader.contracts.portfolio.Reversal;
import dev.arduinotrader.contracts.portfolio.UnitsAdjustment;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.portfolio.LedgerEntry;
import java.time.Instant;

/** Entries that are neither trades nor exchanges nor plain cash, on the wire, both ways. */
final class EntryMessages {
  private EntryMessages() {}

  static void set(BrokerMovement.Builder message, LedgerEntry entry) {
    switch (entry) {
      case LedgerEntry.Dividend d ->
          message.setDividend(
              Dividend.newBuilder()
                  .setIsin(d.isin().value())
                  .setGross(CommonMessages.toProto(d.gross()))
                  .setWithheld(CommonMessages.toProto(d.withheld()))
                  .setNote(d.note()));
      case LedgerEntry.CorporateAction a -> message.setCorporateAction(toProto(a));
      case LedgerEntry.OpeningPosition o -> message.setOpeningPosition(toProto(o));
      case LedgerEntry.Reversal r ->
          message.setReversal(
              Reversal.newBuilder()
                  .setReversedSourceId(r.reversedSourceId())
                  .setReason(r.reason()));
      case LedgerEntry.CashAdjustment c ->
          message.setCashAdjustment(
              CashAdjustment.newBuilder()
                  .setAmount(CommonMessages.toProto(c.amount()))
                  .setEvidence(c.evidence()));
      case LedgerEntry.UnitsAdjustment u ->
          message.setUnitsAdjustment(
              UnitsAdjustment.newBuilder()
                  .setIsin(u.isin().value())
                  .setCurrency(u.currency().code())
                  .setChange(u.change().toString())
                  .setEvidence(u.evidence()));
    }
  }

  private static CorporateAction toProto(LedgerEntry.CorporateAction action) {
    return CorporateAction.newBuilder()
        .setKind(CorporateActionKind.valueOf("CORPORATE_ACTION_KIND_" + action.kind().name()))
        .setIsin(action.isin().value())
        .setCurrency(action.currency().code())
        .addAllLegs(action.legs().stream().map(EntryMessages::toProto).toList())
        .setCash(CommonMessages.toProto(action.cash()))
        .setNote(action.note())
        .build();
  }

  private static CorporateActionLeg toProto(LedgerEntry.Leg leg) {
    return CorporateActionLeg.newBuilder()
        .setIsin(leg.isin().value())
        .setChange(leg.change().toString())
        .setCostFraction(leg.costFraction().toPlainString())
        .build();
  }

  private static OpeningPosition toProto(LedgerEntry.OpeningPosition opening) {
    OpeningPosition.Builder message =
        OpeningPosition.newBuilder()
            .setIsin(opening.isin().value())
            .setQuantity(opening.quantity().toString())
            .setCurrency(opening.currency().code())
            .setEvidence(opening.evidence());
    Money cost = opening.cost();
    if (cost != null) {
      message.setCost(CommonMessages.toProto(cost));
    }
    Instant firstBoughtAt = opening.firstBoughtAt();
    if (firstBoughtAt != null) {
      message.setFirstBoughtAt(CommonMessages.toProto(firstBoughtAt));
    }
    return message.build();
  }

  /** Throws {@link IllegalArgumentException} naming the field that is wrong. */
  static LedgerEntry fromProto(long sequence, String sourceId, Instant at, BrokerMovement message) {
    return switch (message.getFactCase()) {
      case DIVIDEND -> {
        Dividend d = message.getDividend();
        yield new LedgerEntry.Dividend(
            sequence,
            sourceId,
            at,
            Isin.of(d.getIsin()),
            WireValues.money("gross", d.getGross()),
            WireValues.money("withheld", d.getWithheld()),
            d.getNote());
      }
      case CORPORATE_ACTION -> action(sequence, sourceId, at, message.getCorporateAction());
      case OPENING_POSITION -> opening(sequence, sourceId, at, message.getOpeningPosition());
      case REVERSAL ->
          new LedgerEntry.Reversal(
              sequence,
              sourceId,
              at,
              message.getReversal().getReversedSourceId(),
              message.getReversal().getReason());
      case CASH_ADJUSTMENT ->
          new LedgerEntry.CashAdjustment(
              sequence,
              sourceId,
              at,
              WireValues.money("amount", message.getCashAdjustment().getAmount()),
              message.getCashAdjustment().getEvidence());
      case UNITS_ADJUSTMENT -> {
        UnitsAdjustment u = message.getUnitsAdjustment();
        yield new LedgerEntry.UnitsAdjustment(
            sequence,
            sourceId,
            at,
            Isin.of(u.getIsin()),
            Currency.of(u.getCurrency()),
            Quantity.of(u.getChange()),
            u.getEvidence());
      }
      case EXECUTION, EXCHANGE, CASH_FLOW, FACT_NOT_SET ->
          throw new IllegalArgumentException("expected an entry, found " + message.getFactCase());
    };
  }

  private static LedgerEntry action(
      long sequence, String sourceId, Instant at, CorporateAction message) {
    return new LedgerEntry.CorporateAction(
        sequence,
        sourceId,
        at,
        kind(message.getKind()),
        Isin.of(message.getIsin()),
        Currency.of(message.getCurrency()),
        WireValues.each("legs", message.getLegsList(), EntryMessages::leg),
        WireValues.money("cash", message.getCash()),
        message.getNote());
  }

  private static LedgerEntry.Leg leg(CorporateActionLeg message) {
    return new LedgerEntry.Leg(
        Isin.of(message.getIsin()),
        Quantity.of(message.getChange()),
        Decimals.parse(message.getCostFraction()));
  }

  private static LedgerEntry.ActionKind kind(CorporateActionKind kind) {
    return switch (kind) {
      case CORPORATE_ACTION_KIND_SPLIT -> LedgerEntry.ActionKind.SPLIT;
      case CORPORATE_ACTION_KIND_SPIN_OFF -> LedgerEntry.ActionKind.SPIN_OFF;
      case CORPORATE_ACTION_KIND_MERGER -> LedgerEntry.ActionKind.MERGER;
      case CORPORATE_ACTION_KIND_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException(
              "kind: expected a kind of corporate action, found " + kind);
    };
  }

  private static LedgerEntry opening(
      long sequence, String sourceId, Instant at, OpeningPosition message) {
    return new LedgerEntry.OpeningPosition(
        sequence,
        sourceId,
        at,
        Isin.of(message.getIsin()),
        Quantity.of(message.getQuantity()),
        Currency.of(message.getCurrency()),
        WireValues.optionalMoney("cost", message.hasCost(), message.getCost()),
        WireValues.optionalInstant(
            "first_bought_at", message.hasFirstBoughtAt(), message.getFirstBoughtAt()),
        message.getEvidence());
  }
}
