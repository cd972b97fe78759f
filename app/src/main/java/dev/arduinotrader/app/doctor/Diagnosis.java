package dev.arduinotrader.app.doctor;

/**
 * One thing that was looked at.
 *
 * @param subject such as disk
 * @param found what was seen, in words for a person
 * @param next what to do about it; empty when nothing is to be done
 */
public record Diagnosis(String subject, Level level, String found, String next) {
  /** How bad it is. */
  public enum Level {
    OK,
    /** It works, and a person should look at it. */
    WARN,
    /** Something does not work. */
    FAIL
  }

  static Diagnosis ok(String subject, String found) {
    return new Diagnosis(subject, Level.OK, found, "");
  }

  static Diagnosis warn(String subject, String found, String next) {
    return new Diagnosis(subject, Level.WARN, found, next);
  }

  static Diagnosis fail(String subject, String found, String next) {
    return new Diagnosis(subject, Level.FAIL, found, next);
  }
}
