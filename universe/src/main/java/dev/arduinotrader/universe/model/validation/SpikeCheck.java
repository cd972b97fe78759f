package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawField;
import java.util.stream.IntStream;

/**
 * Flags closes that leave their neighbours and come back, and steps to another level that no told
 * split or dividend explains. Nothing is changed: a crash and its recovery look the same.
 */
final class SpikeCheck {
  private static final int SPIKE_BARS_MAX = 3;

  /** Both sides of a spike, in usual moves. */
  private static final double SIDE_NOISES = 3;

  private static final double MEAN_NOISES = 6;
  private static final double LEVEL_NOISES = 8;

  /** A step to another level is worth a look from 40 % up or 29 % down. */
  private static final double LEVEL_MIN = Math.log(1.4);

  private final Columns columns;
  private final Notes notes;
  private final double spikeMin;

  /**
   * @param spikeMin the smallest spike worth a word, as a logarithm: within a day, prices of quiet
   *     hours jump by far more than their usual moves
   */
  SpikeCheck(Columns columns, Notes notes, double spikeMin) {
    this.columns = columns;
    this.notes = notes;
    this.spikeMin = spikeMin;
  }

  void check() {
    boolean[] noted = new boolean[columns.size()];
    IntStream.range(0, noted.length).forEach(i -> noted[i] = notes.explains(columns, i));
    check(RawField.CLOSE, noted);
    if (columns.has(RawField.ADJUSTED_CLOSE)) {
      check(RawField.ADJUSTED_CLOSE, noted);
    }
  }

  private void check(RawField field, boolean[] noted) {
    double[] levels = Levels.logarithms(columns, field);
    Noise noise = new Noise(levels);
    int i = 1;
    while (i < levels.length) {
      int length = noted[i] ? 0 : spike(levels, i, noise.at(i));
      for (int j = i; j < i + length; j++) {
        noted[j] = true;
        flagSpike(field, levels, i, j, length, noise.at(i));
      }
      if (length == 0 && !noted[i]) {
        noted[i] = level(field, levels, i, noise.at(i));
      }
      i += Math.max(1, length);
    }
  }

  /** How many bars from this one on stand apart from those before and after; 0 when none do. */
  private int spike(double[] levels, int start, double noise) {
    double in = levels[start] - levels[start - 1];
    if (Math.abs(in) < SIDE_NOISES * noise) {
      return 0;
    }
    for (int length = 1; length <= SPIKE_BARS_MAX && start + length < levels.length; length++) {
      double out = levels[start + length - 1] - levels[start + length];
      double stricter = length == 1 ? 1 : 1.3;
      boolean apart =
          Math.signum(in) == Math.signum(out)
              && Math.min(Math.abs(in), Math.abs(out)) >= stricter * SIDE_NOISES * noise
              && Math.abs(in + out) / 2 >= Math.max(spikeMin, stricter * MEAN_NOISES * noise);
      if (apart) {
        return length;
      }
    }
    return 0;
  }

  private void flagSpike(
      RawField field, double[] levels, int start, int index, int length, double noise) {
    double in = levels[start] - levels[start - 1];
    double out = levels[start + length - 1] - levels[start + length];
    double noises = Math.abs(in + out) / 2 / noise;
    notes.add(
        Finding.flagged(
            columns.time(index),
            CheckedField.of(field),
            columns.value(field, index),
            FindingKind.SPIKE,
            Math.min(0.99, noises / (noises + 4)),
            "%s usual moves away from its neighbours on both sides, for %d bars"
                .formatted(Shown.of(noises), length)));
  }

  /** A step that stays; the dividend of its day is added back before it is judged. */
  private boolean level(RawField field, double[] levels, int index, double noise) {
    double step = levels[index] - levels[index - 1];
    double least = Math.max(LEVEL_MIN, LEVEL_NOISES * noise);
    if (Math.abs(step) < least || Math.abs(withDividend(index)) < least || isSplitDay(index)) {
      return false;
    }
    notes.add(
        Finding.flagged(
            columns.time(index),
            CheckedField.of(field),
            columns.value(field, index),
            FindingKind.LEVEL_CHANGE,
            0.5,
            "%s times the bar before, and no told split or dividend explains it"
                .formatted(Shown.of(Math.exp(step)))));
    return true;
  }

  private double withDividend(int index) {
    double dividend = columns.value(RawField.DIVIDEND, index);
    double close = columns.value(RawField.CLOSE, index) + (dividend > 0 ? dividend : 0);
    return Math.log(close / columns.value(RawField.CLOSE, index - 1));
  }

  /** In prices as traded, a told split makes the step. */
  private boolean isSplitDay(int index) {
    double ratio = columns.value(RawField.SPLIT, index);
    double step = columns.value(RawField.CLOSE, index) / columns.value(RawField.CLOSE, index - 1);
    return !columns.has(RawField.ADJUSTED_CLOSE)
        && ratio > 0
        && Math.abs(Math.log(step * ratio)) < LEVEL_MIN;
  }
}
