package dev.arduinotrader.universe.files;

import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.file.FileText;
import dev.arduinotrader.universe.model.file.SecuritiesFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A file or folder to be imported, and the reading of text out of plain, gz and zip files. */
public final class PriceFolder {
  private static final int FILE_BYTES_MAX = 128 * 1024 * 1024;
  private static final int FILES_MAX = 10_000;
  private static final List<String> ENDINGS = List.of(".csv", ".gz", ".zip", ".xml");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path path;
  private final boolean folder;
  private final List<Path> files;

  private PriceFolder(Path path, boolean folder, List<Path> files) {
    this.path = path;
    this.folder = folder;
    this.files = files;
  }

  /** Looks at a path; empty, with a fault noted, when there is nothing to read. */
  public static Optional<PriceFolder> at(String text, FileFaults faults) {
    try {
      Path path = Path.of(text);
      if (Files.isDirectory(path)) {
        return Optional.of(new PriceFolder(path, true, list(path)));
      }
      if (Files.isRegularFile(path)) {
        return Optional.of(new PriceFolder(path, false, List.of(path)));
      }
      faults.add(
          text, "expected a file or folder on the device of the universe service, found none");
    } catch (InvalidPathException | IOException e) {
      faults.add(text, "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(PriceFolder::looksLikePrices).sorted().limit(FILES_MAX).toList();
    }
  }

  private static boolean looksLikePrices(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && ENDINGS.stream().anyMatch(name::endsWith)
        && !name.equals(SecuritiesFile.NAME);
  }

  public boolean isFolder() {
    return folder;
  }

  /** The price files in the order of their names. */
  public List<Path> files() {
    return files;
  }

  /** The securities.csv in the folder, or beside the single file. */
  public Optional<Path> securities() {
    Path beside =
        folder
            ? path.resolve(SecuritiesFile.NAME)
            : path.toAbsolutePath().resolveSibling(SecuritiesFile.NAME);
    return Files.isRegularFile(beside) ? Optional.of(beside) : Optional.empty();
  }

  /** The text of a file, unpacked by what its first bytes say; empty with a fault noted. */
  public static Optional<FileText> read(Path file, FileFaults faults) {
    String name = file.getFileName().toString();
    try (InputStream raw = Files.newInputStream(file)) {
      byte[] bytes = bounded(raw);
      if (startsWith(bytes, 0x1f, 0x8b)) {
        return Optional.of(
            text(name, bounded(new GZIPInputStream(new ByteArrayInputStream(bytes)))));
      }
      if (startsWith(bytes, 'P', 'K')) {
        return Optional.of(zipped(name, bytes));
      }
      return Optional.of(text(name, bytes));
    } catch (CharacterCodingException e) {
      faults.add(name, "expected UTF-8 text, found other bytes\nMaybe it is no price file.");
    } catch (IOException e) {
      faults.add(name, "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  private static byte[] bounded(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(FILE_BYTES_MAX + 1);
    if (bytes.length > FILE_BYTES_MAX) {
      throw new IOException(
          "expected at most " + FILE_BYTES_MAX / (1024 * 1024) + " MiB of text, found more");
    }
    return bytes;
  }

  /** The first .csv file in an archive; without text, and so of no known format, if none is. */
  private static FileText zipped(String name, byte[] bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
          return text(name, bounded(zip));
        }
      }
    }
    return new FileText(name, "");
  }

  private static FileText text(String name, byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return new FileText(
        name, !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
  }
}
