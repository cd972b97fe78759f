package dev.arduinotrader.bench;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.logging.LogSetup;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.universe.ImportReport;
import dev.arduinotrader.universe.ImportRequest;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.UniverseModule;
import dev.arduinotrader.universe.UniverseSettings;
import dev.arduinotrader.universe.model.AlignedMatrix;
import dev.arduinotrader.universe.store.SqlUniverseStore;
import dev.arduinotrader.universe.store.StoredMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Imports daily bars into SQLite and reads them back, in one warm JVM. */
public final class PriceBenchmark {
  private static final int SECURITIES = 100;
  private static final int BARS = 3_000;
  private static final int MATRIX_ROWS = 2_500;
  private static final int IMPORTS = 7;
  private static final int IMPORTS_WARM_UP = 2;
  private static final int READS = 200;
  private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
  private static final Instant NOW = Instant.parse("2025-01-02T00:00:00Z");

  private PriceBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("trader-bench-prices");
    LogSetup.toFile(folder.resolve("logs"), "bench", false);
    Machine.describe();
    Path files = writeFiles(folder.resolve("files"));
    double[] millis = new double[IMPORTS];
    Path data = folder;
    for (int i = -IMPORTS_WARM_UP; i < IMPORTS; i++) {
      data = Files.createDirectories(folder.resolve("data" + i));
      double taken = importInto(data, files);
      if (i >= 0) {
        millis[i] = taken;
      }
    }
    System.out.println(new Figures("import of 300,000 OHLCV rows into SQLite", "ms", millis));
    reads(data).forEach(System.out::println);
    System.exit(0);
  }

  private static Path writeFiles(Path folder) throws IOException {
    Files.createDirectories(folder);
    StringBuilder securities =
        new StringBuilder("symbol,isin,name,country,industry,exchange,currency,quote_unit,lot\n");
    for (int i = 0; i < SECURITIES; i++) {
      securities.append("B%03d,,Bench %d,Germany,,XETR,EUR,EUR,1%n".formatted(i, i));
      Files.writeString(folder.resolve("b%03d.csv".formatted(i)), bars(i));
    }
    Files.writeString(folder.resolve("securities.csv"), securities);
    return folder;
  }

  private static String bars(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
    LocalDate date = LAST.minusDays(Math.round(BARS * 1.4) + 1);
    double price = 50;
    for (int written = 0; written < BARS; date = date.plusDays(1)) {
      if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
        continue;
      }
      double close = price * Math.exp(0.01 * random.nextGaussian());
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%.2f,%.2f,%.2f,%.2f,%d%n",
              date,
              price,
              Math.max(price, close) * 1.01,
              Math.min(price, close) * 0.99,
              close,
              random.nextInt(1_000_000)));
      price = close;
      written++;
    }
    return text.toString();
  }

  private static double importInto(Path data, Path files) {
    try (UniverseModule module =
        UniverseModule.open(UniverseSettings.in(data), SystemClock.system()).orElseThrow()) {
      CallContext context =
          new CallContext(
              AccountId.SHARED,
              "bench",
              RequestId.of("req-bench"),
              Deadline.after(Duration.ofMinutes(5)),
              NOW);
      long start = System.nanoTime();
      ImportReport report =
          module
              .local()
              .importPrices(
                  context,
                  new ImportRequest(CommandId.of("bench"), files.toString()),
                  ProgressSink.ignoring())
              .orElseThrow();
      double millis = (System.nanoTime() - start) / 1e6;
      if (report.files().size() != SECURITIES) {
        throw new IllegalStateException(
            "expected %d files imported, found %d".formatted(SECURITIES, report.files().size()));
      }
      return millis;
    }
  }

  private static List<Figures> reads(Path data) {
    double[] cold = new double[READS / 10];
    for (int i = 0; i < cold.length; i++) {
      try (SqlUniverseStore store = SqlUniverseStore.open(data)) {
        cold[i] = matrix(store);
      }
    }
    double[] warm = new double[READS];
    double[] one = new double[READS];
    try (SqlUniverseStore store = SqlUniverseStore.open(data)) {
      StoredMarket market = new StoredMarket(store);
      Security security = market.securities().getFirst();
      for (int i = -READS; i < READS; i++) {
        double taken = matrix(store);
        long start = System.nanoTime();
        int size = market.bars(security, NOW, MATRIX_ROWS).orElseThrow().bars().size();
        double micros = (System.nanoTime() - start) / 1e3;
        if (i >= 0 && size == MATRIX_ROWS) {
          warm[i] = taken;
          one[i] = micros;
        }
      }
    }
    return List.of(
        new Figures("aligned matrix 100 x 2,500, read from SQLite", "ms", cold),
        new Figures("aligned matrix 100 x 2,500, from memory", "ms", warm),
        new Figures("ten years of one security, from memory", "us", one));
  }

  private static double matrix(SqlUniverseStore store) {
    StoredMarket market = new StoredMarket(store);
    List<Security> securities = market.securities();
    long start = System.nanoTime();
    AlignedMatrix matrix = AlignedMatrix.of(market, securities, NOW, MATRIX_ROWS);
    double millis = (System.nanoTime() - start) / 1e6;
    if (matrix.rows() != MATRIX_ROWS || matrix.columns() != SECURITIES) {
      throw new IllegalStateException(
          "expected 2,500 x 100, found " + matrix.rows() + " x " + matrix.columns());
    }
    return millis;
  }
}
