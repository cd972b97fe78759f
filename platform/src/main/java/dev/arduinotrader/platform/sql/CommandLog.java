package dev.arduinotrader.platform.sql;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Makes commands idempotent: the same id with the same content gives the first answer again. */
public final class CommandLog {
  private CommandLog() {}

  /**
   * Does the work once. A success is remembered with its answer, in the caller's transaction; a
   * failure is not, so that a corrected repeat can succeed.
   *
   * @param request everything that makes the command what it is; a record
   * @param type what the answer is read back as
   */
  public static <T> Result<T> once(
      Handle handle,
      AccountId account,
      CommandId id,
      Object request,
      Class<T> type,
      Instant now,
      Supplier<Result<T>> work) {
    String hash = Json.hash(request);
    Optional<Answered> earlier = find(handle, account, id);
    if (earlier.isPresent()) {
      return earlier.get().requestHash().equals(hash)
          ? Result.success(Json.read(earlier.get().responseJson(), type))
          : CommonReason.COMMAND_REUSED.failure(
              "command "
                  + id
                  + " of account "
                  + account
                  + " was given before with another content"
                  + "\nMaybe make a new command id for a new wish.");
    }
    Result<T> outcome = work.get();
    if (outcome instanceof Result.Success<T>(T value)) {
      remember(handle, account, id, new Answered(hash, Json.write(value)), now);
    }
    return outcome;
  }

  private record Answered(String requestHash, String responseJson) {}

  private static Optional<Answered> find(Handle handle, AccountId account, CommandId id) {
    return handle
        .createQuery(
            "select request_hash, response_json from command"
                + " where account_id = :account and command_id = :command")
        .bind("account", account.value())
        .bind("command", id.value())
        .map((row, context) -> new Answered(row.getString(1), row.getString(2)))
        .findOne();
  }

  private static void remember(
      Handle handle, AccountId account, CommandId id, Answered answered, Instant now) {
    handle
        .createUpdate(
            "insert into command (account_id, command_id, request_hash, response_json, at_micros)"
                + " values (:account, :command, :hash, :response, :at)")
        .bind("account", account.value())
        .bind("command", id.value())
        .bind("hash", answered.requestHash())
        .bind("response", answered.responseJson())
        .bind("at", CommonMessages.toMicros(now))
        .execute();
  }
}
