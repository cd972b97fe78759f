package dev.arduinotrader.brokers.tradernet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.brokers.wire.WireReply;
import dev.arduinotrader.kernel.result.Result;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** T27: whatever the broker writes in the place of anything, it is read or refused, no error. */
class OddTradernetAnswersTest {
  private static final long SEED = 20_261_121;
  private static final int ANSWERS = 20_000;

  /** A PHP list for an object, texts for numbers, commas, one object for a list, and worse. */
  private static final List<String> ODD =
      List.of(
          "null",
          "[]",
          "{}",
          "[null]",
          "\"\"",
          "\"1\"",
          "\"1,5\"",
          "\"N/A\"",
          "-1",
          "0",
          "true",
          "1e30",
          "999999999999999999",
          "-999999999999999999",
          "[[1,2],[3]]",
          "{\"0\":1}",
          "\"-0,36\"",
          "{\"c\":\"A.US\",\"ltp\":\"1\"}");

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

  private static String spoiled(String good, Random random) {
    String text = good;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int from = random.nextInt(text.length());
      if (random.nextInt(10) == 0) {
        return text.substring(0, from);
      }
      int start = nextValue(text, from);
      int end = start;
      while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      text = text.substring(0, start) + ODD.get(random.nextInt(ODD.size())) + text.substring(end);
    }
    return text;
  }

  private static int nextValue(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (":[,".indexOf(text.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return text.indexOf(':') + 1;
  }

  private static WireReply reply(String text) {
    return new WireReply(200, Optional.empty(), text);
  }

  @Test
  void readsOrRefusesCandlesInWhichAnythingIsOdd() {
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < ANSWERS; i++) {
      String text = spoiled(CANDLES, random);
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
      String text = spoiled(QUOTES, random);
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
