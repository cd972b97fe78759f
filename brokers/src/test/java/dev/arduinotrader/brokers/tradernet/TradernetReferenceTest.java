package dev.arduinotrader.brokers.tradernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.brokers.wire.HttpWire;
import dev.arduinotrader.brokers.wire.PacedWire;
import dev.arduinotrader.brokers.wire.TokenBucket;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.testkit.MovedPauses;
import dev.arduinotrader.testkit.ScriptedHttpServer;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the broker lists, announces and knows of markets, in its formats over real HTTP. */
class TradernetReferenceTest {
  private final ScriptedHttpServer server = new ScriptedHttpServer();
  private final HttpWire http = new HttpWire();
  private final MovedClock clock = MovedClock.at("2026-11-20T12:00:00Z");
  private final TradernetClient client = client();
  private final TradernetCatalogue catalogue = new TradernetCatalogue(client);
  private final TradernetReference reference = new TradernetReference(client);

  private TradernetClient client() {
    TokenBucket pace = new TokenBucket(1, TradernetSettings.PACE);
    PacedWire wire = new PacedWire(http, pace, clock, new MovedPauses(clock), () -> 0.5);
    URI base = URI.create(server.base() + "/api");
    return new TradernetClient(
        new TradernetSettings(base, FakeTradernet.KEYS, Duration.ofSeconds(5)), wire, clock);
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private void answers(String json) {
    server.answering(new Answer.Full(200, json));
  }

  @Test
  void readsAPageWithWhatTheBrokerLeavesOutAsUnknown() {
    answers(
        """
        {"total":"2","securities":[
          {"ticker":"AAPL.US","name":"Apple Inc.","issue_nb":"US0378331005","face_curr_c":"USD",
           "mkt_short_code":"FIX","lot_size_q":"1.00000000","istrade":1,"issuer_country_code":"US"},
          {"ticker":"X.EU","issue_nb":"","lot_size_q":null,"issuer_country_code":"0"}]}\
        """);
    TradernetCatalogue.Page page = catalogue.page(0, 100).orElseThrow();
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.entries().getFirst())
        .isEqualTo(
            new TradernetCatalogue.Entry(
                "AAPL.US",
                "Apple Inc.",
                "US0378331005",
                "USD",
                "FIX",
                new BigDecimal("1.00000000"),
                true,
                "US"));
    assertThat(page.entries().getLast())
        .isEqualTo(new TradernetCatalogue.Entry("X.EU", "", null, null, null, null, false, null));
    assertThat(server.asked().getFirst().body())
        .isEqualTo("{\"filter\":{\"filters\":[]},\"skip\":0,\"take\":100}");
  }

  @Test
  void refusesAPageThatIsNotThePageThatWasAskedFor() {
    answers("{\"securities\":[]}");
    assertThat(catalogue.page(0, 1).problemOrThrow().message()).contains("total");
    answers("{\"total\":3}");
    assertThat(catalogue.page(0, 1).problemOrThrow().code()).isEqualTo("WIRE_MALFORMED");
    answers("{\"total\":3,\"securities\":[{\"ticker\":\"A.US\"},{\"ticker\":\"B.US\"}]}");
    assertThat(catalogue.page(0, 1).problemOrThrow().message())
        .contains("at most 1 entries", "found 2");
    assertThatThrownBy(() -> catalogue.page(0, 0)).hasMessageContaining("1 to 1000");
  }

  @Test
  void readsTheMostTradedOfAPlaceInTheirOrder() {
    answers("{\"tickers\":[\"NVDA.US\",\"AAPL.US\"]}");
    assertThat(catalogue.topShares(TradernetCatalogue.Place.USA, false, 2).orElseThrow())
        .containsExactly("NVDA.US", "AAPL.US");
    assertThat(server.asked().getFirst().body())
        .isEqualTo("{\"exchange\":\"usa\",\"gainers\":0,\"limit\":2,\"type\":\"stocks\"}");
    answers("{\"tickers\":[\"NVDA.US\",null]}");
    assertThat(catalogue.topShares(TradernetCatalogue.Place.USA, false, 2).problemOrThrow().code())
        .isEqualTo("WIRE_MALFORMED");
    answers("{\"error\":\"exchange\",\"code\":5}");
    assertThat(
            catalogue.topShares(TradernetCatalogue.Place.USA, true, 2).problemOrThrow().message())
        .contains("getTopSecurities", "code 5");
  }

  @Test
  void readsWhatCompaniesPlanWithTheCurrencyOfEveryAmount() {
    TradernetAccount account = new TradernetAccount(client);
    answers(
        """
        [{"id":9,"type":"dividend","ticker":"AAPL.US","amount_per_one":"0,25","currency":"USD",
          "ex_date":"2026-12-01","pay_date":"2026-12-15","executed":false,"executed_count":0},
         {"id":"10","type":"split","ticker":"NVDA.US","amount_per_one":0,"ex_date":"2026-12-02",
          "executed":true}]\
        """);
    assertThat(account.plannedCorporateActions().orElseThrow())
        .containsExactly(
            new TradernetPlannedAction(
                "9",
                "dividend",
                "AAPL.US",
                new BigDecimal("0.25"),
                "USD",
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 12, 15),
                false),
            new TradernetPlannedAction(
                "10", "split", "NVDA.US", null, null, LocalDate.of(2026, 12, 2), null, true));
    answers("[]");
    assertThat(account.plannedCorporateActions().orElseThrow()).isEqualTo(List.of());
    answers("[{\"id\":9,\"type\":\"dividend\",\"ticker\":\"AAPL.US\",\"amount_per_one\":1}]");
    assertThat(account.plannedCorporateActions().problemOrThrow().message()).contains("currency");
    answers("{\"took\":3}");
    assertThat(account.plannedCorporateActions().problemOrThrow().code())
        .isEqualTo("WIRE_MALFORMED");
  }

  @Test
  void takesNoMarketForOpenWhoseWordItDoesNotKnow() {
    answers(
        """
        {"result":{"markets":{"t":"2026-11-20 15:00:00","m":[
          {"n":"NYSE/NASDAQ","n2":"FIX","s":"CLOSE"},{"n":"Europe","n2":"EU","s":"OPEN"},
          {"n":"Athens","n2":"ATHEX","s":"POST"}]}}}\
        """);
    assertThat(reference.markets().orElseThrow())
        .filteredOn(TradernetReference.Market::isOpen)
        .extracting(TradernetReference.Market::code)
        .containsExactly("EU");
    answers("{\"result\":{\"markets\":{\"t\":\"2026-11-20 15:00:00\"}}}");
    assertThat(reference.markets().problemOrThrow().code()).isEqualTo("WIRE_MALFORMED");
  }

  @Test
  void readsTickAndLotOrRefusesAnInstrumentWithoutThem() {
    answers(
        """
        {"nt_ticker":"AAPL.US","currency":"USD","min_step":"0.01","lot":"1.00000000","code":0}\
        """);
    assertThat(reference.instrument("AAPL.US").orElseThrow())
        .isEqualTo(
            new TradernetReference.Instrument(
                "AAPL.US", "USD", new BigDecimal("0.01"), new BigDecimal("1.00000000")));
    answers("{\"currency\":\"USD\",\"min_step\":0,\"lot\":1,\"code\":0}");
    assertThat(reference.instrument("AAPL.US").problemOrThrow().message())
        .contains("above zero as min_step");
  }

  @Test
  void namesEveryRateThatIsMissingRatherThanLeavingItOut() {
    answers("{\"rates\":{\"USD\":1.08,\"HKD\":\"8,5\"}}");
    Set<Currency> wanted = Set.of(Currency.of("USD"), Currency.of("HKD"));
    assertThat(reference.rates(Currency.of("EUR"), wanted, null).orElseThrow())
        .containsEntry(Currency.of("USD"), new BigDecimal("1.08"))
        .containsEntry(Currency.of("HKD"), new BigDecimal("8.5"));
    answers("{\"rates\":[]}");
    assertThat(reference.rates(Currency.of("EUR"), wanted, null).problemOrThrow().message())
        .contains("HKD", "USD");
  }

  @Test
  void saysWhyAnInstrumentMayNotBeTraded() {
    answers("{\"allowed\":\"0\",\"restriction\":\"banned\",\"allowedExpires\":[1,3,2]}");
    assertThat(reference.permission("AAPL.US").orElseThrow())
        .isEqualTo(new TradernetReference.Permission(false, "banned"));
    answers("{\"restriction\":\"\"}");
    assertThat(reference.permission("AAPL.US").problemOrThrow().message()).contains("allowed");
  }
}
