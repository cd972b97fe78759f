package dev.arduinotrader.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL for tests: one server per JVM, started when first asked for. */
public final class PostgresServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresServer() {}

  private static final class Holder {
    static final EmbeddedPostgres SERVER = start();

    private Holder() {}

    private static EmbeddedPostgres start() {
      try {
        // What a power cut would lose is lost with the test anyway.
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("max_connections", "300")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start a PostgreSQL for tests", e);
      }
    }
  }

  /** A new database that nobody else uses. */
  public static PostgresDatabaseFixture freshDatabase() {
    String name = "test_" + DATABASES.incrementAndGet();
    PostgresDatabaseFixture.execute(
        Holder.SERVER.getDatabase("postgres", "postgres"), "create database " + name);
    return new PostgresDatabaseFixture(
        Holder.SERVER.getPort(), name, Holder.SERVER.getDatabase("postgres", name));
  }
}
