package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A few real-looking files in the formats of real ones, written where a test wants them. */
final class SmallMarket {
  static final Isin APPLE = Isin.of("US0378331005");
  static final Isin SHELL = Isin.privateCode("XLON", "SHEL.L");
  static final Isin TOYOTA = Isin.privateCode("XTKS", "7203");
  static final Isin MICROSOFT = Isin.of("US5949181045");

  static final String SECURITIES =
      """
      symbol,isin,name,country,industry,exchange,currency,quote_unit,lot
      AAPL,US0378331005,Apple Inc.,United States,Technology,XNAS,USD,USD,1
      SHEL.L,,"Shell plc, ordinary",United Kingdom,Energy,XLON,GBP,GBX,1
      7203,,Toyota Motor,Japan,,XTKS,JPY,JPY,100
      MSFT,US5949181045,Microsoft,United States,Technology,XNAS,USD,USD,1
      """;

  /** Thursday 2023-05-25 to Tuesday 2023-05-30; London is closed on Monday the 29th. */
  static final String PRICES =
      """
      date,AAPL,SHEL.L,7203
      2023-05-25,172.99,2262.5,1909
      2023-05-26,175.43,2295,
      2023-05-29,,,1931.5
      2023-05-30,177.3,2230.123456789012,1929
      """;

  static final String OHLCV =
      """
      \uFEFFDate,OPEN,High,low,Close,Volume
      5/25/2023,323.24,326.9,320,325.92,43301700
      5/26/2023,324.02,333.4,323.88,332.89,0
      """;

  static final String RATES =
      """
      Date,USD,GBP,JPY,CYP,
      2023-05-30,1.0744,0.86365,150.38,N/A,
      2023-05-26,1.0751,0.86793,150.02,N/A,
      2023-05-25,1.0735,0.86793,149.75,N/A,
      """;

  private SmallMarket() {}

  static CommandId command(String id) {
    return CommandId.of(id);
  }

  /** All of the files in a new folder below this one. */
  static Path folder(Path parent) {
    Path folder = parent.resolve("prices");
    write(folder, "securities.csv", SECURITIES);
    write(folder, "prices.csv", PRICES);
    write(folder, "msft.csv", OHLCV);
    zip(folder, "eurofxref-hist.zip", "eurofxref-hist.csv", RATES);
    return folder;
  }

  static Path write(Path folder, String name, String text) {
    return bytes(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path bytes(Path folder, String name, byte[] content) {
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path gzip(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder);
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return folder.resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path zip(Path folder, String name, String entry, String text) {
    try {
      Files.createDirectories(folder);
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return folder.resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
