package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.universe.AddSecurityRequest;
import dev.arduinotrader.contracts.universe.GetFxRatesRequest;
import dev.arduinotrader.contracts.universe.GetFxRatesResponse;
import dev.arduinotrader.contracts.universe.GetPriceHistoriesRequest;
import dev.arduinotrader.contracts.universe.GetPriceHistoriesResponse;
import dev.arduinotrader.contracts.universe.GetQuotesRequest;
import dev.arduinotrader.contracts.universe.GetQuotesResponse;
import dev.arduinotrader.contracts.universe.GetSecurityRequest;
import dev.arduinotrader.contracts.universe.GetUniverseRequest;
import dev.arduinotrader.contracts.universe.GetUniverseResponse;
import dev.arduinotrader.contracts.universe.PriceHistory;
import dev.arduinotrader.contracts.universe.QuoteQuestion;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.universe.Absent;
import dev.arduinotrader.universe.AddSecurity;
import dev.arduinotrader.universe.FxRates;
import dev.arduinotrader.universe.FxRequest;
import dev.arduinotrader.universe.HeldHistory;
import dev.arduinotrader.universe.HistoryRequest;
import dev.arduinotrader.universe.HistorySummary;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.Quotes;
import dev.arduinotrader.universe.SecurityHistory;
import dev.arduinotrader.universe.SecurityPage;
import dev.arduinotrader.universe.UniverseQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages of reads, both ways. */
final class UniverseMessages {
  private UniverseMessages() {}

  static GetUniverseRequest toProto(UniverseQuery query) {
    return GetUniverseRequest.newBuilder()
        .setAfterIsin(Objects.requireNonNullElse(query.afterIsin(), ""))
        .setLimit(query.limit())
        .build();
  }

  static UniverseQuery query(GetUniverseRequest message) {
    return new UniverseQuery(
        message.getAfterIsin().isEmpty() ? null : message.getAfterIsin(),
        message.hasLimit() ? message.getLimit() : UniverseQuery.LIMIT_MAX);
  }

  static GetUniverseResponse toProto(SecurityPage page) {
    return GetUniverseResponse.newBuilder()
        .addAllSecurities(page.securities().stream().map(SecurityMessages::toProto).toList())
        .setNextAfterIsin(Objects.requireNonNullElse(page.nextAfterIsin(), ""))
        .build();
  }

  static SecurityPage page(GetUniverseResponse message) {
    return new SecurityPage(
        message.getSecuritiesList().stream().map(SecurityMessages::security).toList(),
        message.getNextAfterIsin().isEmpty() ? null : message.getNextAfterIsin());
  }

  static Isin isin(GetSecurityRequest message) {
    FieldReader fields = new FieldReader();
    fields.isin("isin", message.getIsin());
    return fields.build(() -> Isin.of(message.getIsin()));
  }

  static AddSecurityRequest toProto(AddSecurity command) {
    return AddSecurityRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setSecurity(SecurityMessages.toProto(command.security()))
        .build();
  }

  static AddSecurity addition(AddSecurityRequest message) {
    FieldReader fields = new FieldReader();
    fields.command("command_id", message.getCommandId());
    SecurityMessages.check("security", message.getSecurity(), fields);
    return fields.build(
        () ->
            new AddSecurity(
                CommandId.of(message.getCommandId()),
                SecurityMessages.security(message.getSecurity())));
  }

  static GetPriceHistoriesRequest toProto(HistoryRequest request) {
    Currency wanted = request.inCurrency();
    return GetPriceHistoriesRequest.newBuilder()
        .addAllIsins(request.isins().stream().map(Isin::value).toList())
        .setBarsMax(request.barsMax())
        .setInCurrency(wanted == null ? "" : wanted.code())
        .setBasis(PriceMessages.toProto(request.basis()))
        .addAllHeld(request.held().stream().map(PriceMessages::toProto).toList())
        .build();
  }

  static HistoryRequest historyRequest(GetPriceHistoriesRequest message) {
    FieldReader fields = new FieldReader();
    List<Isin> isins = new ArrayList<>();
    for (int i = 0; i < message.getIsinsCount(); i++) {
      Isin isin = fields.isin("isins[" + i + "]", message.getIsins(i));
      if (isin != null) {
        isins.add(isin);
      }
    }
    Currency wanted =
        message.getInCurrency().isEmpty()
            ? null
            : fields.currency("in_currency", message.getInCurrency());
    int barsMax = message.hasBarsMax() ? message.getBarsMax() : HistoryRequest.BARS_LIMIT;
    var basis = PriceMessages.basis("basis", message.getBasis(), fields);
    List<HeldHistory> held = PriceMessages.held(message, fields);
    return fields.build(() -> new HistoryRequest(isins, barsMax, wanted, basis, held));
  }

  static GetPriceHistoriesResponse part(SecurityHistory history) {
    PriceSeries closes = history.closes();
    PriceHistory.Builder part =
        PriceHistory.newBuilder()
            .setIsin(history.isin().value())
            .setUnit(history.unit())
            .setVersion(history.version())
            .setContinues(history.continues())
            .setBasis(CommonMessages.toProto(closes.basis()));
    int before = 0;
    for (int i = 0; i < closes.size(); i++) {
      part.addDaySteps(closes.epochDay(i) - before);
      part.addCloses(closes.close(i));
      before = closes.epochDay(i);
    }
    return GetPriceHistoriesResponse.newBuilder().setPart(part).build();
  }

  static Optional<SecurityHistory> part(GetPriceHistoriesResponse message) {
    if (!message.hasPart()) {
      return Optional.empty();
    }
    PriceHistory part = message.getPart();
    int[] days = new int[part.getDayStepsCount()];
    double[] closes = new double[part.getClosesCount()];
    int day = 0;
    for (int i = 0; i < days.length; i++) {
      day += part.getDaySteps(i);
      days[i] = day;
    }
    for (int i = 0; i < closes.length; i++) {
      closes[i] = part.getCloses(i);
    }
    return Optional.of(
        new SecurityHistory(
            Isin.of(part.getIsin()),
            part.getUnit(),
            part.getVersion(),
            PriceSeries.of(CommonMessages.basis(part.getBasis()), days, closes),
            part.getContinues()));
  }

  static GetPriceHistoriesResponse end(HistorySummary summary) {
    return GetPriceHistoriesResponse.newBuilder()
        .setFinal(
            dev.arduinotrader.contracts.universe.HistorySummary.newBuilder()
                .setSent(summary.sent())
                .addAllAbsent(toProto(summary.absent())))
        .build();
  }

  static HistorySummary end(GetPriceHistoriesResponse message) {
    return new HistorySummary(
        message.getFinal().getSent(), absent(message.getFinal().getAbsentList()));
  }

  static List<dev.arduinotrader.contracts.universe.Absent> toProto(List<Absent> absent) {
    return absent.stream()
        .map(
            missing ->
                dev.arduinotrader.contracts.universe.Absent.newBuilder()
                    .setKey(missing.key())
                    .setReason(missing.reason())
                    .build())
        .toList();
  }

  static List<Absent> absent(List<dev.arduinotrader.contracts.universe.Absent> messages) {
    return messages.stream().map(m -> new Absent(m.getKey(), m.getReason())).toList();
  }

  static GetQuotesRequest toProto(QuoteRequest request) {
    GetQuotesRequest.Builder message = GetQuotesRequest.newBuilder();
    for (QuoteRequest.Question question : request.questions()) {
      QuoteQuestion.Builder one = QuoteQuestion.newBuilder().setIsin(question.isin().value());
      Instant after = question.firstAfter();
      if (after != null) {
        one.setFirstAfter(CommonMessages.toProto(after));
      }
      message.addQuestions(one);
    }
    return message.build();
  }

  static QuoteRequest quoteRequest(GetQuotesRequest message) {
    FieldReader fields = new FieldReader();
    List<QuoteRequest.Question> questions = new ArrayList<>();
    for (int i = 0; i < message.getQuestionsCount(); i++) {
      QuoteQuestion question = message.getQuestions(i);
      String field = "questions[" + i + "]";
      Isin isin = fields.isin(field + ".isin", question.getIsin());
      Instant after =
          question.hasFirstAfter()
              ? instant(field + ".first_after", question.getFirstAfter(), fields)
              : null;
      if (isin != null) {
        questions.add(new QuoteRequest.Question(isin, after));
      }
    }
    return fields.build(() -> new QuoteRequest(questions));
  }

  private static @Nullable Instant instant(
      String field, com.google.protobuf.Timestamp message, FieldReader fields) {
    try {
      return CommonMessages.instant(message);
    } catch (java.time.DateTimeException | ArithmeticException e) {
      fields.fault(field, "expected a timestamp, found " + message.getSeconds() + " seconds");
      return null;
    }
  }

  static GetQuotesResponse toProto(Quotes quotes) {
    GetQuotesResponse.Builder message = GetQuotesResponse.newBuilder();
    for (Quote quote : quotes.quotes()) {
      message.addQuotes(QuoteMessages.toProto(quote));
    }
    return message.addAllAbsent(toProto(quotes.absent())).build();
  }

  static Quotes quotes(GetQuotesResponse message) {
    List<Quote> quotes = message.getQuotesList().stream().map(QuoteMessages::fromProto).toList();
    return new Quotes(quotes, absent(message.getAbsentList()));
  }

  static GetFxRatesRequest toProto(FxRequest request) {
    GetFxRatesRequest.Builder message =
        GetFxRatesRequest.newBuilder()
            .setBase(request.base().code())
            .addAllQuotes(request.quotes().stream().map(Currency::code).toList());
    Instant after = request.firstAfter();
    if (after != null) {
      message.setFirstAfter(CommonMessages.toProto(after));
    }
    return message.build();
  }

  static FxRequest fxRequest(GetFxRatesRequest message) {
    FieldReader fields = new FieldReader();
    fields.currency("base", message.getBase());
    List<Currency> quotes = new ArrayList<>();
    for (int i = 0; i < message.getQuotesCount(); i++) {
      Currency quote = fields.currency("quotes[" + i + "]", message.getQuotes(i));
      if (quote != null) {
        quotes.add(quote);
      }
    }
    Instant after =
        message.hasFirstAfter() ? instant("first_after", message.getFirstAfter(), fields) : null;
    return fields.build(() -> new FxRequest(Currency.of(message.getBase()), quotes, after));
  }

  static GetFxRatesResponse toProto(FxRates rates) {
    return GetFxRatesResponse.newBuilder()
        .addAllRates(rates.rates().stream().map(CommonMessages::toProto).toList())
        .addAllAbsent(toProto(rates.absent()))
        .addAllStale(rates.stale().stream().map(FxMessages::toProto).toList())
        .build();
  }

  static FxRates rates(GetFxRatesResponse message) {
    return new FxRates(
        message.getRatesList().stream().map(CommonMessages::fxRate).toList(),
        absent(message.getAbsentList()),
        message.getStaleList().stream().map(FxMessages::stale).toList());
  }
}
