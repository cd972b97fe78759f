package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.universe.CashLeg;
import dev.arduinotrader.contracts.universe.ListCorporateActionsRequest;
import dev.arduinotrader.contracts.universe.ListCorporateActionsResponse;
import dev.arduinotrader.contracts.universe.SharesLeg;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.universe.ActionLeg;
import dev.arduinotrader.universe.ActionPage;
import dev.arduinotrader.universe.ActionQuery;
import dev.arduinotrader.universe.CorporateAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The messages of corporate actions, both ways. */
final class ActionMessages {
  private ActionMessages() {}

  static ListCorporateActionsRequest toProto(ActionQuery query) {
    return ListCorporateActionsRequest.newBuilder()
        .addAllIsins(query.isins().stream().map(Isin::value).toList())
        .setFrom(query.from().toString())
        .setTo(query.to().toString())
        .setAfter(Objects.requireNonNullElse(query.after(), ""))
        .setLimit(query.limit())
        .build();
  }

  static ActionQuery query(ListCorporateActionsRequest message) {
    FieldReader fields = new FieldReader();
    List<Isin> isins = new ArrayList<>();
    for (int i = 0; i < message.getIsinsCount(); i++) {
      Isin isin = fields.isin("isins[" + i + "]", message.getIsins(i));
      if (isin != null) {
        isins.add(isin);
      }
    }
    fields.date("from", message.getFrom());
    fields.date("to", message.getTo());
    return fields.build(
        () ->
            new ActionQuery(
                isins,
                LocalDate.parse(message.getFrom()),
                LocalDate.parse(message.getTo()),
                message.getAfter().isEmpty() ? null : message.getAfter(),
                message.hasLimit() ? message.getLimit() : ActionQuery.LIMIT_MAX));
  }

  static ListCorporateActionsResponse toProto(ActionPage page) {
    return ListCorporateActionsResponse.newBuilder()
        .addAllActions(page.actions().stream().map(ActionMessages::toProto).toList())
        .addAllAbsent(UniverseMessages.toProto(page.absent()))
        .setNextAfter(Objects.requireNonNullElse(page.next(), ""))
        .build();
  }

  static ActionPage page(ListCorporateActionsResponse message) {
    return new ActionPage(
        message.getActionsList().stream().map(ActionMessages::action).toList(),
        UniverseMessages.absent(message.getAbsentList()),
        message.getNextAfter().isEmpty() ? null : message.getNextAfter());
  }

  static dev.arduinotrader.contracts.universe.CorporateAction toProto(CorporateAction action) {
    var message =
        dev.arduinotrader.contracts.universe.CorporateAction.newBuilder()
            .setIsin(action.isin().value())
            .setExDate(action.exDate().toString())
            .setSource(action.announcement().source())
            .setKnownAt(CommonMessages.toProto(action.announcement().knownAt()));
    switch (action) {
      case CorporateAction.CashDividend dividend -> message.setCashDividend(toProto(dividend));
      case CorporateAction.Split split ->
          message.setSplit(
              dev.arduinotrader.contracts.universe.Split.newBuilder()
                  .setNewShares(split.newShares())
                  .setOldShares(split.oldShares()));
      case CorporateAction.SpinOff spinOff ->
          message.setSpinOff(
              dev.arduinotrader.contracts.universe.SpinOff.newBuilder()
                  .setPayDate(text(spinOff.payDate()))
                  .addAllLegs(spinOff.legs().stream().map(ActionMessages::toProto).toList()));
      case CorporateAction.Merger merger ->
          message.setMerger(
              dev.arduinotrader.contracts.universe.Merger.newBuilder()
                  .setPayDate(text(merger.payDate()))
                  .addAllLegs(merger.legs().stream().map(ActionMessages::toProto).toList()));
    }
    return message.build();
  }

  private static dev.arduinotrader.contracts.universe.CashDividend toProto(
      CorporateAction.CashDividend dividend) {
    return dev.arduinotrader.contracts.universe.CashDividend.newBuilder()
        .setRecordDate(text(dividend.recordDate()))
        .setPayDate(text(dividend.payDate()))
        .setAmountPerShare(dividend.amountPerShare().toPlainString())
        .setCurrency(dividend.currency().code())
        .build();
  }

  private static dev.arduinotrader.contracts.universe.ActionLeg toProto(ActionLeg leg) {
    var message = dev.arduinotrader.contracts.universe.ActionLeg.newBuilder();
    switch (leg) {
      case ActionLeg.Shares(Isin isin, BigDecimal perShare, var costFraction) ->
          message.setShares(
              SharesLeg.newBuilder()
                  .setIsin(isin.value())
                  .setPerShare(perShare.toPlainString())
                  .setCostFraction(costFraction == null ? "" : costFraction.toPlainString()));
      case ActionLeg.Cash(BigDecimal perShare, Currency currency) ->
          message.setCash(
              CashLeg.newBuilder()
                  .setPerShare(perShare.toPlainString())
                  .setCurrency(currency.code()));
    }
    return message.build();
  }

  /** Reads what a server of ours wrote; anything else is a bug and throws. */
  static CorporateAction action(dev.arduinotrader.contracts.universe.CorporateAction message) {
    Isin isin = Isin.of(message.getIsin());
    LocalDate exDate = LocalDate.parse(message.getExDate());
    CorporateAction.Announcement announcement =
        new CorporateAction.Announcement(
            message.getSource(), CommonMessages.instant(message.getKnownAt()));
    return switch (message.getActionCase()) {
      case CASH_DIVIDEND -> {
        var dividend = message.getCashDividend();
        yield new CorporateAction.CashDividend(
            isin,
            exDate,
            date(dividend.getRecordDate()),
            date(dividend.getPayDate()),
            Decimals.parse(dividend.getAmountPerShare()),
            Currency.of(dividend.getCurrency()),
            announcement);
      }
      case SPLIT ->
          new CorporateAction.Split(
              isin,
              exDate,
              message.getSplit().getNewShares(),
              message.getSplit().getOldShares(),
              announcement);
      case SPIN_OFF ->
          new CorporateAction.SpinOff(
              isin,
              exDate,
              date(message.getSpinOff().getPayDate()),
              legs(message.getSpinOff().getLegsList()),
              announcement);
      case MERGER ->
          new CorporateAction.Merger(
              isin,
              exDate,
              date(message.getMerger().getPayDate()),
              legs(message.getMerger().getLegsList()),
              announcement);
      case ACTION_NOT_SET ->
          throw new IllegalArgumentException("expected what the corporate action is, found none");
    };
  }

  private static List<ActionLeg> legs(List<dev.arduinotrader.contracts.universe.ActionLeg> legs) {
    return legs.stream().map(ActionMessages::leg).toList();
  }

  private static ActionLeg leg(dev.arduinotrader.contracts.universe.ActionLeg message) {
    return switch (message.getLegCase()) {
      case SHARES ->
          new ActionLeg.Shares(
              Isin.of(message.getShares().getIsin()),
              Decimals.parse(message.getShares().getPerShare()),
              message.getShares().getCostFraction().isEmpty()
                  ? null
                  : Decimals.parse(message.getShares().getCostFraction()));
      case CASH ->
          new ActionLeg.Cash(
              Decimals.parse(message.getCash().getPerShare()),
              Currency.of(message.getCash().getCurrency()));
      case LEG_NOT_SET ->
          throw new IllegalArgumentException("expected what the leg gives, found none");
    };
  }

  private static String text(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private static @Nullable LocalDate date(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
