package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.placement.DeploymentFiles;
import dev.arduinotrader.platform.placement.FleetCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of all devices out of the description of the fleet. */
@Command(
    name = "generate",
    description = {
      "Make services.yaml and each device's file from the description of a whole fleet.",
      "Example: trader config generate deployment.yaml --to configs",
      "Nothing is written when the files would not fit together. Files that will be others are kept"
          + " in config-backups there."
    })
final class GenerateConfigCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "FILE", description = "The fleet, such as deployment.yaml.")
  private Path description = Path.of("deployment.yaml");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Where the files are or go.")
  private Path folder = Path.of(".");

  @Option(names = "--check", description = "Write nothing; say which files there differ.")
  private boolean checkOnly;

  GenerateConfigCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(description)) {
      return invocation
          .console()
          .fail(Problem.invalid(description.toString(), "expected a readable file, found none"));
    }
    return switch (DeploymentFiles.of(
        description.getFileName().toString(), Files.readString(description))) {
      case Result.Failure<SortedMap<String, String>>(Problem problem) ->
          invocation.console().fail(problem);
      case Result.Success<SortedMap<String, String>>(SortedMap<String, String> files) ->
          checkOnly ? compare(files) : write(files);
    };
  }

  private int compare(SortedMap<String, String> files) throws IOException {
    List<String> different = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path there = folder.resolve(file.getKey());
      if (!Files.exists(there) || !Files.readString(there).equals(file.getValue())) {
        different.add(there.toString());
      }
    }
    if (different.isEmpty()) {
      invocation.console().print("The files are as " + description + " says.");
      return ExitCode.OK;
    }
    return invocation
        .console()
        .fail(
            CommonReason.INVALID_ARGUMENT.problem(
                "expected the files that %s describes, found others: %s"
                        .formatted(description, String.join(", ", different))
                    + "\nMaybe run the command again without --check."));
  }

  /** All files are checked together under other names before the first one takes its place. */
  private int write(SortedMap<String, String> files) throws IOException {
    Files.createDirectories(folder);
    Path draft = Files.createTempDirectory(folder, ".draft");
    try {
      List<Path> drafts = new ArrayList<>();
      for (Map.Entry<String, String> file : files.entrySet()) {
        drafts.add(Files.writeString(draft.resolve(file.getKey()), file.getValue()));
      }
      if (FleetCheck.check(drafts, invocation.environment())
          instanceof Result.Failure<?>(Problem problem)) {
        return invocation.console().fail(problem);
      }
      backUp(drafts);
      for (Path file : drafts) {
        Path place = folder.resolve(file.getFileName());
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        invocation.console().print(place.toString());
      }
      return ExitCode.OK;
    } finally {
      for (String name : files.keySet()) {
        Files.deleteIfExists(draft.resolve(name));
      }
      Files.delete(draft);
    }
  }

  /** Keeps the files that will be others. */
  private void backUp(List<Path> drafts) throws IOException {
    Path backUp = folder.resolve("config-backups").resolve(ConfigStamp.now());
    for (Path file : drafts) {
      Path place = folder.resolve(file.getFileName());
      if (Files.exists(place) && Files.mismatch(file, place) >= 0) {
        Files.createDirectories(backUp);
        Files.copy(place, backUp.resolve(file.getFileName()));
        invocation.console().say("backed up as " + backUp.resolve(file.getFileName()));
      }
    }
  }
}
