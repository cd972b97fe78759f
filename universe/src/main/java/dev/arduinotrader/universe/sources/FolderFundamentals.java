package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.Fundamental;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceReason;
import dev.arduinotrader.universe.files.PriceFolder;
import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.file.FileText;
import dev.arduinotrader.universe.model.file.PriceFiles;
import dev.arduinotrader.universe.model.fundamentals.FundamentalsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of dated facts in a folder; a file that tells no dates is of the day when it was
 * written. A file with a fault gives nothing until it was mended.
 */
final class FolderFundamentals {
  private final String source;
  private final Path folder;
  private final Map<Path, Held> held = new HashMap<>();

  /** A file's text as it was at a time; empty when it is no file of dated facts. */
  private record Held(FileTime modified, long bytes, Optional<FileText> text) {}

  FolderFundamentals(String source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  /**
   * The facts about one security.
   *
   * @param symbol what the files call it, beside its ISIN
   */
  synchronized Result<SourceFacts> read(Security security, String symbol, Instant now) {
    FileFaults faults = new FileFaults();
    Optional<PriceFolder> files = PriceFolder.at(folder.toString(), faults);
    List<Fundamental> facts = new ArrayList<>();
    for (Path path : files.map(PriceFolder::files).orElse(List.of())) {
      Held file = held(path, faults);
      file.text().ifPresent(text -> facts.addAll(facts(text, file, security, symbol, now, faults)));
    }
    if (!faults.isEmpty()) {
      return SourceReason.SOURCE_BROKEN.failure(faults.toProblem().message());
    }
    return facts.isEmpty()
        ? SourceReason.SOURCE_NO_DATA.failure(
            "expected facts about %s in a file of %s, found none".formatted(symbol, folder))
        : Result.success(new SourceFacts(facts, List.of()));
  }

  private List<Fundamental> facts(
      FileText text, Held file, Security security, String symbol, Instant now, FileFaults faults) {
    Instant written = file.modified().toInstant().isAfter(now) ? now : file.modified().toInstant();
    FundamentalsFile.Reading reading =
        new FundamentalsFile.Reading(
            new TreeMap<>(),
            name ->
                name.equals(symbol) || name.equals(security.isin().value())
                    ? Optional.of(security)
                    : Optional.empty(),
            LocalDate.ofInstant(written, ZoneOffset.UTC),
            now);
    return FundamentalsFile.read(text, reading, faults).facts().stream()
        .map(this::ofSource)
        .toList();
  }

  private Fundamental ofSource(Fundamental fact) {
    return new Fundamental(
        fact.isin(), fact.field(), fact.value(), fact.unit(), fact.asOf(), fact.knownAt(), source);
  }

  private Held held(Path path, FileFaults faults) {
    try {
      FileTime modified = Files.getLastModifiedTime(path);
      long bytes = Files.size(path);
      Held known = held.get(path);
      if (known == null || !known.modified().equals(modified) || known.bytes() != bytes) {
        known =
            new Held(
                modified,
                bytes,
                PriceFolder.read(path, faults)
                    .filter(text -> PriceFiles.format(text).isEmpty())
                    .filter(FundamentalsFile::isOne));
        if (faults.isEmpty()) {
          held.put(path, known);
        }
      }
      return known;
    } catch (IOException e) {
      faults.add(path.toString(), "cannot be read: " + e.getMessage());
      return new Held(FileTime.fromMillis(0), 0, Optional.empty());
    }
  }
}
