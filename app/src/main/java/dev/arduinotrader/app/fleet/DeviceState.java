package dev.arduinotrader.app.fleet;

import dev.arduinotrader.app.backup.Handover;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;

/** What a move of state does on one device: with its files, and with the process that has them. */
final class DeviceState {
  private static final int CHUNK_MEBIBYTES = 4;

  /** The process that hosts all services of a device together, as the scripts name it. */
  private static final String TOGETHER = "trader";

  private final DeviceHome home;
  private final Shell shell;
  private final String alive;

  /**
   * @param shell already in the device's folder
   * @param alive the shell's function that tells whether a process is
   */
  DeviceState(DeviceHome home, Shell shell, String alive) {
    this.home = home;
    this.shell = shell;
    this.alive = alive;
  }

  /**
   * The process that has a service: its own, or the one of all services together; empty when the
   * pid files know none.
   */
  Result<String> processOf(ServiceName service) {
    return shell
        .run(
            alive
                + """
                for name in %s %s; do
                  pid=$(cat %s/pids/$name.pid 2>/dev/null || echo 0)
                  if [ "$pid" != 0 ] && alive "$pid"; then echo $name; break; fi
                done
                """
                    .formatted(service.key(), TOGETHER, data()),
            "")
        .map(String::strip);
  }

  /** Notes how a process was started, so that it can be started just so again. */
  Result<Done> rememberStart(String name) {
    return done(
        """
        umask 077
        pid=$(cat %1$s/pids/%2$s.pid)
        cat "/proc/$pid/environ" "/proc/$pid/cmdline" >%1$s/pids/%2$s.launch
        readlink "/proc/$pid/cwd" >%1$s/pids/%2$s.folder
        """
            .formatted(data(), name));
  }

  /** Starts a process as it was started before, unless it is there. */
  Result<Done> startAgain(String name) {
    return done(
        alive
            + """
            pids=$(cd %1$s/pids && pwd)
            mkdir -p logs
            log=$(cd logs && pwd)/%2$s.out
            pid=$(cat "$pids/%2$s.pid" 2>/dev/null || echo 0)
            if [ "$pid" != 0 ] && alive "$pid"; then exit 0; fi
            cd "$(cat "$pids/%2$s.folder")"
            xargs -0 -x -a "$pids/%2$s.launch" sh -c '
              log=$1; pid=$2; shift 2
              nohup env -i "$@" >>"$log" 2>&1 </dev/null &
              echo $! >"$pid"' sh "$log" "$pids/%2$s.pid"
            """
                .formatted(data(), name));
  }

  /** Forgets how a process was started: its environment may hold secrets. */
  Result<Done> forgetStart(String name) {
    return done("rm -f %1$s/pids/%2$s.launch %1$s/pids/%2$s.folder".formatted(data(), name));
  }

  /** Gives the state away; what is printed says what the copy is. */
  Result<String> leave(ServiceName service, String stamp, String to) {
    return part("leave", service, stamp, " --to " + Device.quote(to));
  }

  Result<Done> stay(ServiceName service, String stamp) {
    return part("stay", service, stamp, "").map(said -> Done.DONE);
  }

  /** Keeps the state that was brought; what is printed says what it is. */
  Result<String> arrive(ServiceName service, String stamp) {
    return part("arrive", service, stamp, "");
  }

  Result<Done> withdraw(ServiceName service, String stamp) {
    return part("withdraw", service, stamp, "").map(said -> Done.DONE);
  }

  /** From now on nothing makes the old copy the state again. */
  Result<Done> leftForGood(ServiceName service, String stamp) {
    return done(
        "touch %1$s/%2$s && chmod -R a-w %1$s/%3$s"
            .formatted(
                data(), Handover.forGood(service, stamp), Handover.folderName(service, stamp)));
  }

  private Result<String> part(String part, ServiceName service, String stamp, String more) {
    return shell.run(
        """
        export DEVICE_CONFIG_PATH=%s SERVICES_CONFIG_PATH=%s TRADER_LOGS=logs
        %s handover %s %s --move %s%s --data %s 2>&1 </dev/null
        """
            .formatted(
                Device.quote(home.deviceConfig()),
                Device.quote(home.servicesConfig()),
                Device.quote(home.launcher()),
                part,
                service.key(),
                stamp,
                more,
                data()),
        "");
  }

  /** Brings every file of the copy from another device, over here, in pieces. */
  Result<Done> fetch(DeviceState from, ServiceName service, String stamp) {
    String folder = Handover.folderName(service, stamp);
    String mine = data() + "/" + folder;
    return from.shell
        .run("cd %s/%s && wc -c manifest.json *.db".formatted(from.data(), folder), "")
        .then(
            listed ->
                done("umask 077; rm -rf %1$s; mkdir -p %1$s".formatted(mine))
                    .then(made -> fetchAll(from, folder, listed)));
  }

  private Result<Done> fetchAll(DeviceState from, String folder, String listed) {
    Result<Done> all = Result.success(Done.DONE);
    for (String line : listed.lines().toList()) {
      String[] words = line.strip().split(" +", 2);
      if (words.length == 2 && !words[1].equals("total")) {
        String file = folder + "/" + words[1];
        all = all.then(done -> fetchFile(from, file, Long.parseLong(words[0])));
      }
    }
    return all;
  }

  private Result<Done> fetchFile(DeviceState from, String file, long bytes) {
    long chunkBytes = CHUNK_MEBIBYTES * 1024L * 1024;
    Result<Done> all = done("umask 077; : >%s/%s".formatted(data(), file));
    for (long chunk = 0; chunk * chunkBytes < bytes; chunk++) {
      String read =
          "dd if=%s/%s bs=1048576 skip=%d count=%d 2>/dev/null | base64"
              .formatted(from.data(), file, chunk * CHUNK_MEBIBYTES, CHUNK_MEBIBYTES);
      all =
          all.then(done -> from.shell.run(read, ""))
              .then(piece -> shell.run("base64 -d >>%s/%s".formatted(data(), file), piece))
              .map(said -> Done.DONE);
    }
    return all;
  }

  /** Removes a copy that was not taken. */
  Result<Done> removeCopy(ServiceName service, String stamp) {
    return done("rm -rf %s/%s".formatted(data(), Handover.folderName(service, stamp)));
  }

  private Result<Done> done(String script) {
    return shell.run(script, "").map(said -> Done.DONE);
  }

  private String data() {
    return Device.quote(home.data());
  }
}
