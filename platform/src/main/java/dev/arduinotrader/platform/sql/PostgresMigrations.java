package dev.arduinotrader.platform.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Gives Flyway the migrations of a store in PostgreSQL's words; the files stay as they are. */
final class PostgresMigrations implements ResourceProvider {
  private static final ClassLoader LOADER =
      Objects.requireNonNull(PostgresMigrations.class.getClassLoader());

  private final List<LoadableResource> migrations;

  PostgresMigrations(Schema schema) {
    this.migrations =
        Stream.of("db/platform/", "db/" + schema.name() + "/")
            .flatMap(folder -> names(folder).stream().map(name -> new Migration(folder, name)))
            .map(LoadableResource.class::cast)
            .toList();
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return migrations.stream()
        .filter(migration -> migration.getRelativePath().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return migrations.stream()
        .filter(migration -> migration.getFilename().startsWith(prefix))
        .filter(migration -> Stream.of(suffixes).anyMatch(migration.getFilename()::endsWith))
        .toList();
  }

  /** The files of a folder on the class path, which may lie in folders and in archives. */
  private static List<String> names(String folder) {
    try {
      List<String> names = new ArrayList<>();
      for (URL place : LOADER.resources(folder).toList()) {
        if (place.getProtocol().equals("jar")) {
          inArchive(place, folder, names);
        } else {
          inFolder(place, names);
        }
      }
      return names;
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot list the migrations in " + folder, e);
    }
  }

  private static void inArchive(URL place, String folder, List<String> names) throws IOException {
    JarURLConnection connection = (JarURLConnection) place.openConnection();
    connection.getJarFile().stream()
        .map(entry -> entry.getName())
        .filter(name -> name.startsWith(folder) && name.endsWith(".sql"))
        .map(name -> name.substring(folder.length()))
        .forEach(names::add);
  }

  private static void inFolder(URL place, List<String> names)
      throws IOException, URISyntaxException {
    URI folder = place.toURI();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".sql"))
          .sorted()
          .forEach(names::add);
    }
  }

  /** One file. */
  private static final class Migration extends LoadableResource {
    private final String folder;
    private final String name;

    Migration(String folder, String name) {
      this.folder = folder;
      this.name = name;
    }

    @Override
    public Reader read() {
      try (InputStream file = LOADER.getResourceAsStream(getRelativePath())) {
        String text =
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        return new StringReader(PostgresText.of(text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return getRelativePath();
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return getRelativePath();
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return folder + name;
    }
  }
}
