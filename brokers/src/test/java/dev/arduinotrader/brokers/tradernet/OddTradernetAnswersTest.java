package dev.arduinotrader.brokers.tradernet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.brokers.wire.WireReply;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.testkit.OddJson;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** T27: whatever the broker writes in the place of anything, it is read or refused, no error. */
class OddTradernetAnswersTest {
  private static final long SEED = 20_261_121;
  private static final int ANSWERS = 20_000;

  private static final String CANDLES =
      """
      {"hloc":{"EUR/USD":[[1.2,1.0,"1.1","1,15"],[1.3,1.1,1.15,1.2]]},
       "vl":{"EUR/USD":[100,90]},"xSeries":{"EUR/USD":[1700000000,"1700086400"]},
       "info":{"EUR/USD":{"currency":"USD"}}}\
      """;

  private static final String QUOTES =
      """
      {"result":{"q":[{"c":"AAPL.US","ltp":"270.94","x_curr":"USD","issue_nb":"US0378331005"},
       {"c":"SAN.EU","ltp":4.5}]}}\
      """;

  private static WireReply reply(String text) {
    return new WireReply(200, Optional.empty(), text);
  }

  @Test
  void readsOrRefusesCandlesInWhichAnythingIsOdd() {
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < ANSWERS; i++) {
      String text = OddJson.spoiled(CANDLES, random);
      Result<TradernetCandles> candles =
          TradernetAnswer.read("getHloc", reply(text))
              .then(answer -> TradernetCandles.read(answer, "EUR/USD"));
      if (candles instanceof Result.Failure<TradernetCandles> failure) {
        assertThat(failure.problem().code()).as(text).startsWith("WIRE_");
      } else {
        read += candles.orElseThrow().candles().isEmpty() ? 0 : 1;
      }
    }
    assertThat(read).as("seed %d", SEED).isBetween(ANSWERS / 20, ANSWERS * 9 / 10);
  }

  @Test
  void neverTellsOfAPriceThatIsNotAboveZero() {
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < ANSWERS; i++) {
      String text = OddJson.spoiled(QUOTES, random);
      Result<List<TradernetQuote>> quotes =
          TradernetAnswer.read("getStockQuotesJson", reply(text)).then(TradernetQuote::readAll);
      if (quotes instanceof Result.Failure<List<TradernetQuote>> failure) {
        assertThat(failure.problem().code()).as(text).startsWith("WIRE_");
      } else {
        read += quotes.orElseThrow().isEmpty() ? 0 : 1;
        assertThat(quotes.orElseThrow())
            .as("seed %d, answer %d: %s", SEED, i, text)
            .allMatch(quote -> quote.last().signum() > 0 && !quote.symbol().isBlank());
      }
    }
    assertThat(read).as("seed %d", SEED).isBetween(ANSWERS / 20, ANSWERS * 9 / 10);
  }
}
