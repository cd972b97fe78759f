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
  private static final int DEPTH_MAX = 8;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path path;
  private final boolean folder;
  private final List<Path> files;
  private final List<Path> securities;

  private PriceFolder(Path path, boolean folder, List<Path> all) {
    this.path = path;
    this.folder = folder;
    this.files = all.stream().filter(file -> !folder || !isSecurities(file)).toList();
    this.securities = all.stream().filter(PriceFolder::isSecurities).toList();
  }

  /** Whether a file states the facts about securities. */
  public static boolean isSecurities(Path file) {
    return file.getFileName().toString().equals(SecuritiesFile.NAME);
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
    try (Stream<Path> entries = Files.walk(folder, DEPTH_MAX)) {
      return entries.filter(Files::isRegularFile).sorted().limit(FILES_MAX).toList();
    }
  }

  public boolean isFolder() {
    return folder;
  }

  /** All files in the folder and the folders in it but securities.csv, in the order of names. */
  public List<Path> files() {
    return files;
  }

  /** Every securities.csv in the folder and the folders in it, or the file itself if it is one. */
  public List<Path> securities() {
    return securities;
  }

  /** How people know a file: its path inside the folder, with slashes. */
  public String name(Path file) {
    Path inside = folder ? path.relativize(file) : file.getFileName();
    return inside.toString().replace('\\', '/');
  }

  /** How people know the securities.csv beside a file. */
  public String beside(Path file) {
    String name = name(file);
    return name.substring(0, name.lastIndexOf('/') + 1) + SecuritiesFile.NAME;
  }

  /** The securities.csv beside a file. */
  public Optional<Path> securities(Path file) {
    Path beside = file.toAbsolutePath().resolveSibling(SecuritiesFile.NAME);
    return Files.isRegularFile(beside) ? Optional.of(beside) : Optional.empty();
  }

  /** The text of a file that is known by its own name. */
  public static Optional<FileText> read(Path file, FileFaults faults) {
    return read(file, file.getFileName().toString(), faults);
  }

  /** The text of a file, unpacked by what its first bytes say; empty with a fault noted. */
  public static Optional<FileText> read(Path file, String name, FileFaults faults) {
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
