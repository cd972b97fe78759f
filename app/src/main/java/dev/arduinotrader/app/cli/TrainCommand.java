package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.system.Training;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.sql.SqliteLibrary;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One run of everything on throw-away data, from which the launcher makes its fast start. */
@Command(name = "train", hidden = true, description = "Run everything once, for the AOT cache.")
final class TrainCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(names = "--native", paramLabel = "DIR", description = "Put SQLite's library here.")
  private @Nullable Path nativeFolder;

  TrainCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (nativeFolder != null) {
      SqliteLibrary.unpack(nativeFolder);
    }
    return switch (Training.run()) {
      case Result.Success<Done> done -> ExitCode.OK;
      case Result.Failure<Done>(Problem problem) -> invocation.console().fail(problem);
    };
  }
}
