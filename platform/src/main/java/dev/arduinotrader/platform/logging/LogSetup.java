package dev.arduinotrader.platform.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Configures logging in code: no file is searched for or parsed, which keeps the start quick. */
public final class LogSetup {
  private static final int FILES_MAX = 10;

  /** Every line: in a millisecond a burst writes hundreds of kilobytes. */
  private static final int SIZE_CHECK_MILLIS = 0;

  private static final String FILE_PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level %logger{0} - %msg %kvp{NONE}%n%ex";
  private static final String CONSOLE_PATTERN = "%-5level %logger{0} - %msg %kvp{NONE}%n%ex{short}";
  private static final List<String> NOISY =
      List.of(
          "org.flywaydb",
          "org.jdbi",
          "org.sqlite",
          "org.postgresql",
          "com.zaxxer",
          "io.grpc",
          "io.avaje",
          "jdk",
          "sun");

  private LogSetup() {}

  /**
   * Sends everything of INFO and above to {@code directory/<processName>.log}, and warnings to
   * stderr; with {@code verbose} stderr shows all.
   */
  public static void toFile(Path directory, String processName, boolean verbose) {
    apply(
        new LogSettings(
            directory,
            processName,
            verbose ? LogSettings.Console.EVERYTHING : LogSettings.Console.WARNINGS,
            LogSettings.Format.TEXT,
            LogSettings.BYTES_MAX_DEFAULT));
  }

  /** The same in this format, and warnings only to stderr. */
  public static void toFile(Path directory, String processName, LogSettings.Format format) {
    apply(
        new LogSettings(
            directory,
            processName,
            LogSettings.Console.WARNINGS,
            format,
            LogSettings.BYTES_MAX_DEFAULT));
  }

  /** Replaces whatever was configured before. */
  public static void apply(LogSettings settings) {
    LoggerContext context = context();
    Logger root = reset(context);
    Level console =
        switch (settings.console()) {
          case WARNINGS -> Level.WARN;
          case EVERYTHING -> Level.INFO;
        };
    root.addAppender(file(context, settings));
    root.addAppender(console(context, console));
  }

  /** Warnings to stderr and no file: how a process begins, and all that a short command needs. */
  public static void toConsole() {
    LoggerContext context = context();
    reset(context).addAppender(console(context, Level.WARN));
  }

  static Appender<ILoggingEvent> console(LoggerContext context, Level threshold) {
    ThresholdFilter filter = new ThresholdFilter();
    filter.setLevel(threshold.toString());
    filter.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setName("console");
    console.setTarget("System.err");
    console.setEncoder(encoder(context, CONSOLE_PATTERN));
    console.addFilter(filter);
    console.start();
    return console;
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }

  private static Logger reset(LoggerContext context) {
    context.reset();
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    for (String name : NOISY) {
      context.getLogger(name).setLevel(Level.WARN);
    }
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    return root;
  }

  private static Appender<ILoggingEvent> file(LoggerContext context, LogSettings settings) {
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setName("file");
    file.setFile(settings.directory().resolve(settings.processName() + ".log").toString());
    file.setEncoder(
        switch (settings.format()) {
          case TEXT -> encoder(context, FILE_PATTERN);
          case JSON -> json(context);
        });

    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(file);
    rolling.setMinIndex(1);
    rolling.setMaxIndex(FILES_MAX - 1);
    rolling.setFileNamePattern(
        settings.directory().resolve(settings.processName() + ".%i.log").toString());
    rolling.start();

    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(new FileSize(settings.bytesMax() / FILES_MAX));
    size.setCheckIncrement(Duration.buildByMilliseconds(SIZE_CHECK_MILLIS));
    size.start();

    file.setRollingPolicy(rolling);
    file.setTriggeringPolicy(size);
    file.start();
    return file;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMDC(false);
    encoder.setWithMarkers(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    return encoder;
  }

  private static PatternLayoutEncoder encoder(LoggerContext context, String pattern) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(pattern);
    encoder.start();
    return encoder;
  }
}
