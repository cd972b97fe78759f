package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.HistoryRequest;
import dev.arduinotrader.universe.Security;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the universe into files that an import reads back. */
@Command(
    name = "export",
    description = {
      "Write securities.csv and the closes (prices.csv) into a folder; trader universe import"
          + " reads them back.",
      "Series that such a file cannot hold faithfully are named, not written."
    })
final class UniverseExportCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final String SECURITIES = "securities.csv";
  private static final String PRICES = "prices.csv";

  private final Invocation invocation;

  @Parameters(paramLabel = "DIR", description = "The folder; made when there is none.")
  private Path folder = Path.of("");

  @Option(names = "--replace", description = "Write over files that are there.")
  private boolean replace;

  UniverseExportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /**
   * What was written.
   *
   * @param securities in securities.csv
   * @param series in prices.csv
   * @param closes in prices.csv
   * @param leftOut one sentence for each series that was not written
   */
  private record Export(
      String folder, int securities, int series, long closes, List<String> leftOut) {}

  @Override
  public Integer call() {
    return invocation.show(
        session ->
            SecurityFinder.all(session)
                .map(UniverseExportCommand::firstOfEachSymbol)
                .then(all -> export(session, all)),
        this::print);
  }

  /** A file names securities by their symbols, so it can hold only one of each. */
  private static List<Security> firstOfEachSymbol(List<Security> securities) {
    Map<String, Security> bySymbol = new LinkedHashMap<>();
    securities.forEach(security -> bySymbol.putIfAbsent(security.symbol(), security));
    return List.copyOf(bySymbol.values());
  }

  private Result<Export> export(Session session, List<Security> securities) {
    if (securities.isEmpty()) {
      return CommonReason.NOT_FOUND.failure(
          "expected a universe with securities, found an empty one"
              + "\nMaybe import some: trader universe import PATH");
    }
    WideCloses closes = new WideCloses(securities);
    return session
        .services()
        .universe()
        .getPriceHistories(
            session.context(TIMEOUT),
            new HistoryRequest(List.of(), HistoryRequest.BARS_LIMIT, null),
            closes::add)
        .then(
            summary -> {
              List<String> leftOut = new ArrayList<>(closes.leftOut());
              summary.absent().forEach(each -> leftOut.add(each.key() + ": " + each.reason()));
              return written(securities, closes, leftOut);
            });
  }

  private Result<Export> written(
      List<Security> securities, WideCloses closes, List<String> leftOut) {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(folder.resolve(SECURITIES), SecuritiesText.of(securities));
    if (closes.series() > 0) {
      files.put(folder.resolve(PRICES), closes.text());
    }
    List<Path> there = files.keySet().stream().filter(Files::exists).toList();
    if (!replace && !there.isEmpty()) {
      return Result.failure(
          Problem.invalid(
              "DIR", "expected no %s, found it\nMaybe --replace.".formatted(there.getFirst())));
    }
    try {
      Files.createDirectories(folder);
      for (Map.Entry<Path, String> file : files.entrySet()) {
        Files.writeString(
            file.getKey(),
            file.getValue(),
            StandardCharsets.UTF_8,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING,
            replace ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW);
      }
    } catch (IOException e) {
      return CommonReason.INTERNAL.failure("cannot write into " + folder + ": " + e.getMessage());
    }
    return Result.success(
        new Export(
            folder.toString(), securities.size(), closes.series(), closes.closes(), leftOut));
  }

  private void print(Export export) {
    for (String leftOut : export.leftOut()) {
      invocation.console().say("not exported: " + leftOut);
    }
    invocation
        .console()
        .print(
            "%d securities and %d closes of %d series in %s"
                .formatted(export.securities(), export.closes(), export.series(), export.folder()));
  }
}
