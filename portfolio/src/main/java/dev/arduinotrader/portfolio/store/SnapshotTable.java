package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;

/** The rows of table snapshot: compressed, because a snapshot holds the whole universe. */
final class SnapshotTable {
  private SnapshotTable() {}

  static void keep(Handle handle, Snapshot snapshot, Instant now, int newestMax) {
    String account = snapshot.accountId().value();
    handle
        .createUpdate("delete from snapshot where account_id = :account and snapshot_id = :id")
        .bind("account", account)
        .bind("id", snapshot.snapshotId())
        .execute();
    long position =
        handle
            .createQuery(
                "insert into snapshot (account_id, position, snapshot_id, taken_at_micros, content)"
                    + " values (:account, (select coalesce(max(position), 0) + 1 from snapshot"
                    + " where account_id = :account), :id, :at, :content) returning position")
            .bind("account", account)
            .bind("id", snapshot.snapshotId())
            .bind("at", CommonMessages.toMicros(now))
            .bind("content", compressed(Json.write(snapshot)))
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate("delete from snapshot where account_id = :account and position <= :oldest")
        .bind("account", account)
        .bind("oldest", position - newestMax)
        .execute();
  }

  static Optional<Snapshot> find(Handle handle, AccountId account, String snapshotId) {
    return handle
        .createQuery(
            "select content from snapshot where account_id = :account and snapshot_id = :id")
        .bind("account", account.value())
        .bind("id", snapshotId)
        .map((row, context) -> Json.read(expanded(row.getBytes(1)), Snapshot.class))
        .findOne();
  }

  private static byte[] compressed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String expanded(byte[] content) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
