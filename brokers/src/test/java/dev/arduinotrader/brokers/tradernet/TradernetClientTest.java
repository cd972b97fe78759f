package dev.arduinotrader.brokers.tradernet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.brokers.wire.HttpWire;
import dev.arduinotrader.brokers.wire.PacedWire;
import dev.arduinotrader.brokers.wire.TokenBucket;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.testkit.MovedPauses;
import dev.arduinotrader.testkit.ScriptedHttpServer;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real format over real HTTP, with the faults that this broker has shown. */
class TradernetClientTest {
  private static final TradernetKeys KEYS = new TradernetKeys("public", "k");
  private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
  private static final LocalDate TO = LocalDate.of(2026, 11, 20);

  private final ScriptedHttpServer server = new ScriptedHttpServer();
  private final HttpWire http = new HttpWire();
  private final MovedClock clock = MovedClock.at("2023-11-14T22:13:20Z");

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private TradernetMarketData data(@Nullable TradernetKeys keys) {
    PacedWire wire =
        new PacedWire(
            http,
            new TokenBucket(1, TradernetSettings.PACE),
            clock,
            new MovedPauses(clock),
            () -> 0.5);
    URI base = URI.create(server.base() + "/api");
    return new TradernetMarketData(
        new TradernetClient(new TradernetSettings(base, keys, Duration.ofSeconds(5)), wire, clock));
  }

  private TradernetCandles candles(String answer) {
    server.answering(new Answer.Full(200, answer));
    return data(null).dailyCandles("EUR/USD", FROM, TO).orElseThrow();
  }

  private Problem candleProblem(String answer) {
    server.answering(new Answer.Full(200, answer));
    return data(null).dailyCandles("EUR/USD", FROM, TO).problemOrThrow();
  }

  @Test
  void signsLikeThePublishedVectors() {
    assertThat(KEYS.sign("{\"a\":1}", 1_700_000_000))
        .isEqualTo("863b3ca22f830ea9a313aa1f225e62edf8b5f12937b1ed0de39156638a94b26a");
    assertThat(KEYS.sign("", 1_700_000_000))
        .isEqualTo("eceabd054875e445ab1a1783953db0c300f3003245c5e6c80e1a222b6d291776");
  }

  @Test
  void signsTheVeryBytesThatItSends() {
    server.answering(new Answer.Full(200, "{\"result\":{\"q\":[]}}"));
    data(KEYS).quotes(List.of("AAPL.US")).orElseThrow();
    ScriptedHttpServer.Asked asked = server.asked().getFirst();
    assertThat(asked.target()).isEqualTo("/api/getStockQuotesJson");
    assertThat(asked.body()).isEqualTo("{\"tickers\":\"AAPL.US\"}");
    assertThat(asked.headers())
        .containsEntry("x-ntapi-publickey", "public")
        .containsEntry("x-ntapi-timestamp", "1700000000")
        .containsEntry("x-ntapi-sig", KEYS.sign(asked.body(), 1_700_000_000));
  }

  @Test
  void neverShowsItsKeys() {
    assertThat(new TradernetSettings(server.base(), KEYS, Duration.ofSeconds(1)).toString())
        .doesNotContain("public,")
        .contains("hidden");
  }

  @Test
  void asksWithoutKeysInThePublicForm() {
    candles("{\"hloc\":[],\"xSeries\":[],\"vl\":[]}");
    assertThat(server.asked().getFirst().target())
        .startsWith("/api?q={\"cmd\":\"getHloc\",\"params\":{")
        .contains("\"id\":\"EUR/USD\"", "\"date_from\":\"01.11.2026 00:00\"")
        .contains("\"intervalMode\":\"ClosedRay\"");
  }

  @Test
  void readsHighLowOpenCloseToTheEndOfTheShortestArray() {
    TradernetCandles candles =
        candles(
            """
            {"hloc":{"EUR/USD":[[1.2,1.0,"1.1","1,15"],[1.3,1.1,1.15,null],[9,9,9,9]]},
             "vl":{"EUR/USD":[100]},"xSeries":{"EUR/USD":[1700000000,"1700086400"]},
             "info":{"EUR/USD":{"currency":"USD"}}}\
            """);
    assertThat(candles.currency()).isEqualTo("USD");
    assertThat(candles.candles())
        .extracting(TradernetCandle::open, TradernetCandle::high, TradernetCandle::close)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1.1, 1.2, 1.15),
            org.assertj.core.groups.Tuple.tuple(1.15, 1.3, Double.NaN));
    assertThat(candles.candles().getLast().volume()).isNaN();
  }

  @Test
  void tellsAnErrorFromAnEmptyList() {
    assertThat(candles("{\"hloc\":[],\"xSeries\":[],\"vl\":[]}").candles()).isEmpty();
    assertThat(candleProblem("{\"errMsg\":\"Bad json\",\"code\":2}").code())
        .isEqualTo("WIRE_REJECTED");
    assertThat(candleProblem("{\"error\":\"service unavailable\",\"code\":\"14\"}").code())
        .isEqualTo("WIRE_UNAVAILABLE");
    assertThat(candleProblem("{\"error\":\"Invalid signature\",\"code\":1}").message())
        .contains("getHloc", "clock");
    assertThat(candleProblem("{\"took\":12}").code()).isEqualTo("WIRE_MALFORMED");
    assertThat(candleProblem("<html>Just a moment...</html>").message())
        .contains("<html>Just a moment...");
    assertThat(candleProblem("").code()).isEqualTo("WIRE_MALFORMED");
    assertThat(candleProblem("{\"hloc\":{\"EUR/").code()).isEqualTo("WIRE_MALFORMED");
  }

  @Test
  void leavesOutWhatHasNoPrice() {
    server.answering(
        new Answer.Full(
            200,
            """
            {"result":{"q":[{"c":"AAPL.US","ltp":"270.94","x_curr":"USD","issue_nb":"US0378331005",
               "bbp":"270,90","bap":0},
              null,{"c":"SAN.EU","ltp":0},{"c":"X.EU","ltp":".00000000"},{"c":"Y.EU"}]}}\
            """));
    List<TradernetQuote> quotes = data(KEYS).quotes(List.of("AAPL.US", "SAN.EU")).orElseThrow();
    assertThat(quotes)
        .containsExactly(
            new TradernetQuote(
                "AAPL.US",
                new BigDecimal("270.94"),
                "USD",
                "US0378331005",
                null,
                new BigDecimal("270.90"),
                null));
  }

  @Test
  void takesASingleObjectForAListOfOne() {
    server.answering(new Answer.Full(200, "{\"quotes\":{\"c\":\"A.US\",\"ltp\":\"-0,36\"}}"));
    assertThat(data(null).quotes(List.of("A.US")).orElseThrow()).isEmpty();
    server.answering(new Answer.Full(200, "{\"quotes\":{\"c\":\"A.US\",\"ltp\":\"0,36\"}}"));
    assertThat(data(null).quotes(List.of("A.US")).orElseThrow().getFirst().last())
        .isEqualByComparingTo("0.36");
  }
}
