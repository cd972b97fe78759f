package dev.arduinotrader.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Invented prices in the shapes that price files come in: US stocks in dollars, UK stocks in pence
 * (gzip), and the ECB's zipped rates. The closes end on 2023-05-31 and leave 2023-05-29 out, which
 * was a holiday in both countries.
 */
final class MarketFiles {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 2);
  private static final LocalDate LAST = LocalDate.of(2023, 5, 31);
  private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2023, 5, 29));
  private static final double DAILY_VOLATILITY = 0.012;

  private MarketFiles() {}

  /** Writes the folders us, uk and fx. */
  static void write(Path folder) {
    try {
      us(Files.createDirectories(folder.resolve("us")));
      uk(Files.createDirectories(folder.resolve("uk")));
      fx(Files.createDirectories(folder.resolve("fx")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void us(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("securities.csv"),
        """
        symbol,isin,name,country,industry,exchange,currency,quote_unit,lot
        AAPL,US0378331005,Fruit Inc.,United States,Technology,XNAS,USD,USD,1
        KO,US1912161007,Fizz Co.,United States,Beverages,XNYS,USD,USD,1
        XOM,US30231G1022,Oil Corp.,United States,Energy,XNYS,USD,USD,1
        """);
    Files.writeString(
        folder.resolve("prices.csv"),
        prices("date", List.of("AAPL", "KO", "XOM"), new double[] {75, 55, 60}, 11));
  }

  private static void uk(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("securities.csv"),
        """
        symbol,isin,name,country,industry,exchange,currency,quote_unit,lot
        BP.L,,Petrol plc,United Kingdom,Energy,XLON,GBP,GBX,1
        TSCO.L,,Grocer plc,United Kingdom,Retail,XLON,GBP,GBX,1
        ULVR.L,,Soap plc,United Kingdom,Consumer,XLON,GBP,GBX,1
        """);
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("prices.csv.gz")))) {
      out.write(
          prices(
                  "Date",
                  List.of("BP.L", "TSCO.L", "ULVR.L"),
                  new double[] {410.55, 261.3, 3905},
                  12)
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String prices(String dateColumn, List<String> symbols, double[] start, long seed) {
    Random random = new Random(seed);
    double[] close = start.clone();
    StringBuilder text = new StringBuilder(dateColumn + "," + String.join(",", symbols) + "\n");
    for (LocalDate date : days()) {
      double market = random.nextGaussian() * DAILY_VOLATILITY / 2;
      text.append(date);
      for (int i = 0; i < close.length; i++) {
        close[i] *= Math.exp(0.0003 + market + random.nextGaussian() * DAILY_VOLATILITY);
        text.append(String.format(Locale.ROOT, ",%.3f", close[i]));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void fx(Path folder) throws IOException {
    Random random = new Random(13);
    double usd = 1.1;
    double gbp = 0.85;
    List<String> lines = new ArrayList<>();
    for (LocalDate date : days()) {
      usd *= Math.exp(random.nextGaussian() * 0.003);
      gbp *= Math.exp(random.nextGaussian() * 0.003);
      lines.add(String.format(Locale.ROOT, "%s,%.4f,N/A,%.5f,", date, usd, gbp));
    }
    lines.add("Date,USD,BGN,GBP,");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("eurofxref-hist.zip")))) {
      zip.putNextEntry(new ZipEntry("eurofxref-hist.csv"));
      zip.write((String.join("\n", lines.reversed()) + "\n").getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private static List<LocalDate> days() {
    return FIRST
        .datesUntil(LAST.plusDays(1))
        .filter(date -> date.getDayOfWeek() != DayOfWeek.SATURDAY)
        .filter(date -> date.getDayOfWeek() != DayOfWeek.SUNDAY)
        .filter(date -> !HOLIDAYS.contains(date))
        .toList();
  }
}
