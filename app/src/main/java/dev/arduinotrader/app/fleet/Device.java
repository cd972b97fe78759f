package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a change of the fleet does on one device, in terms of its {@link Shell}. */
public final class Device {
  private static final String ALIVE =
      """
      alive() { kill -0 "$1" 2>/dev/null && ! grep -q '^State:.*Z' "/proc/$1/status" 2>/dev/null; }
      """;

  private final DeviceHome home;
  private final Shell shell;

  public Device(DeviceHome home, Shell shell) {
    this.home = home;
    this.shell = shell;
  }

  /** The device, reached as its owner wrote. */
  public static Device of(DeviceHome home) {
    String ssh = home.ssh();
    return new Device(home, ssh == null ? ProcessShell.here() : ProcessShell.over(ssh));
  }

  public String id() {
    return home.id();
  }

  /** Both configuration files of all these devices, by device. */
  static Result<Map<String, Configuration>> readAll(Collection<Device> devices) {
    Result<Map<String, Configuration>> all = Result.success(new LinkedHashMap<>());
    for (Device device : devices) {
      all =
          all.then(
              known ->
                  device
                      .read()
                      .map(
                          files -> {
                            known.put(device.id(), files);
                            return known;
                          }));
    }
    return all;
  }

  /** What both configuration files say now. */
  Result<Configuration> read() {
    return run("cat " + quote(home.deviceConfig()), "")
        .then(
            device ->
                run("cat " + quote(home.servicesConfig()), "")
                    .map(services -> new Configuration(device, services)));
  }

  /** Puts both files in place, each at once; what differs is found by the running processes. */
  Result<Done> write(Configuration wanted) {
    return put(home.deviceConfig(), wanted.device())
        .then(done -> put(home.servicesConfig(), wanted.services()));
  }

  private Result<Done> put(String file, String text) {
    String draft = quote(file + ".draft");
    return done("cat >%s && mv -f %s %s".formatted(draft, draft, quote(file)), text);
  }

  /** Keeps both files under a name that sorts by time. */
  Result<Done> backUp(String stamp) {
    String folder = quote(backups() + "/" + stamp);
    return done(
        "mkdir -p %s && cp %s %s/device.yaml && cp %s %s/services.yaml"
            .formatted(
                folder, quote(home.deviceConfig()), folder, quote(home.servicesConfig()), folder),
        "");
  }

  /** The names of all backups of the configuration, the newest first. */
  Result<List<String>> backUps() {
    return run("ls -1r %s 2>/dev/null || true".formatted(quote(backups())), "")
        .map(text -> text.lines().filter(name -> !name.isBlank()).toList());
  }

  /** Both files of a backup. */
  Result<Configuration> backUpOf(String stamp) {
    String folder = backups() + "/" + stamp;
    return run("cat " + quote(folder + "/device.yaml"), "")
        .then(
            device ->
                run("cat " + quote(folder + "/services.yaml"), "")
                    .map(services -> new Configuration(device, services)));
  }

  /**
   * Starts a service, or the whole device for {@code run}, by files beside the real ones.
   *
   * @param words such as {@code serve planning}
   * @param name of its pid file and its log
   * @param own the files that it is started with
   */
  Result<Done> start(String words, String name, Configuration own) {
    return put(beside(home.deviceConfig(), name), own.device())
        .then(done -> put(beside(home.servicesConfig(), name), own.services()))
        .then(
            done ->
                start(
                    words,
                    name,
                    beside(home.deviceConfig(), name),
                    beside(home.servicesConfig(), name)));
  }

  /** Starts what the real files ask for. */
  Result<Done> start(String words, String name) {
    return start(words, name, home.deviceConfig(), home.servicesConfig());
  }

  private Result<Done> start(String words, String name, String device, String services) {
    String data = quote(home.data());
    return done(
        ALIVE
            + """
            mkdir -p %1$s/pids logs
            pid=$(cat %1$s/pids/%2$s.pid 2>/dev/null || echo 0)
            if [ "$pid" != 0 ] && alive "$pid"; then echo "%2$s runs already, process $pid"; exit 1; fi
            export DEVICE_CONFIG_PATH=%3$s SERVICES_CONFIG_PATH=%4$s TRADER_LOGS=logs
            nohup %5$s %6$s --data %1$s >logs/%2$s.out 2>&1 </dev/null &
            echo $! >%1$s/pids/%2$s.pid
            """
                .formatted(
                    data, name, quote(device), quote(services), quote(home.launcher()), words),
        "");
  }

  /** From now on the files that a service was started with are the real ones. */
  Result<Done> join(String name) {
    return done(link(home.deviceConfig(), name) + " && " + link(home.servicesConfig(), name), "");
  }

  private static String link(String file, String name) {
    String own = beside(file, name);
    String target = file.substring(file.lastIndexOf('/') + 1);
    return "ln -sf %s %s && mv -f %s %s"
        .formatted(quote(target), quote(own + ".link"), quote(own + ".link"), quote(own));
  }

  /** Whether a process that {@link #start} or the scripts started is there. */
  Result<Boolean> isRunning(String name) {
    return run(
            ALIVE
                + "pid=$(cat %s/pids/%s.pid 2>/dev/null || echo 0)\n"
                    .formatted(quote(home.data()), name)
                + "if [ \"$pid\" != 0 ] && alive \"$pid\"; then echo yes; else echo no; fi",
            "")
        .map(answer -> answer.strip().equals("yes"));
  }

  /** Lets a process finish its calls and end, for at most 40 seconds; false when there is none. */
  Result<Boolean> stop(String name) {
    String file = quote(home.data()) + "/pids/" + name + ".pid";
    return isRunning(name)
        .then(
            running ->
                running
                    ? done(
                            ALIVE
                                + """
                                pid=$(cat %1$s)
                                kill -TERM "$pid"
                                for i in $(seq 400); do alive "$pid" || { rm -f %1$s; exit 0; }; sleep 0.1; done
                                echo "process $pid does not end"; exit 1
                                """
                                    .formatted(file),
                            "")
                        .map(done -> true)
                    : Result.success(false));
  }

  /**
   * Ends a process that owns nothing and is no good: politely, and after ten seconds by force,
   * which a frozen one needs.
   */
  Result<Done> end(String name) {
    String file = quote(home.data()) + "/pids/" + name + ".pid";
    return done(
        ALIVE
            + """
            pid=$(cat %1$s 2>/dev/null || echo 0)
            [ "$pid" != 0 ] || exit 0
            alive "$pid" && kill -TERM "$pid"
            for i in $(seq 100); do alive "$pid" || { rm -f %1$s; exit 0; }; sleep 0.1; done
            kill -KILL "$pid"
            for i in $(seq 50); do alive "$pid" || { rm -f %1$s; exit 0; }; sleep 0.1; done
            echo "process $pid does not end"; exit 1
            """
                .formatted(file),
        "");
  }

  /** The end of what a process has printed. */
  String said(String name) {
    return switch (run("tail -n 5 logs/%s.out".formatted(name), "")) {
      case Result.Success<String>(String text) -> text.strip();
      case Result.Failure<String>(Problem problem) -> problem.message();
    };
  }

  private String backups() {
    int folder = home.servicesConfig().lastIndexOf('/');
    return home.servicesConfig().substring(0, folder + 1) + "config-backups";
  }

  private static String beside(String file, String name) {
    int dot = file.lastIndexOf(".yaml");
    return dot < 0 ? file + "." + name : file.substring(0, dot) + "." + name + ".yaml";
  }

  /** The part of the device that deals with the files of its state. */
  DeviceState state() {
    return new DeviceState(home, this::run, ALIVE);
  }

  private Result<Done> done(String script, String input) {
    return run(script, input).map(out -> Done.DONE);
  }

  private Result<String> run(String script, String input) {
    return switch (shell.run("set -eu\ncd " + quote(home.folder()) + "\n" + script, input)) {
      case Result.Success<String> success -> success;
      case Result.Failure<String>(Problem problem) ->
          Result.failure(
              new Problem(
                  problem.kind(),
                  problem.code(),
                  home.id() + ": " + problem.message(),
                  problem.faults()));
    };
  }

  static String quote(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
