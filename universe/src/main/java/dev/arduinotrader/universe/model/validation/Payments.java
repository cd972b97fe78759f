package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.validation.Finding.Change;
import java.util.ArrayList;
import java.util.List;

/** Reads the dividends out of the columns, and writes corrected ones. */
final class Payments {
  private final Columns columns;

  Payments(Columns columns) {
    this.columns = columns;
  }

  /** The dividend of one bar; index must be above zero. */
  Payment at(int index, Noise noise) {
    double before = columns.value(RawField.CLOSE, index - 1);
    double close = columns.value(RawField.CLOSE, index);
    double told = columns.value(RawField.DIVIDEND, index);
    double low = columns.value(RawField.LOW, index);
    double volume = columns.value(RawField.VOLUME, index);
    double step = factor(index - 1) / factor(index);
    return new Payment(
        index,
        told > 0 ? told : 0,
        Double.isNaN(step) ? 0 : (1 - step) * before,
        before,
        close,
        low > 0 ? Math.min(low, close) : close,
        noise.at(index),
        volume != 0 || before != close);
  }

  private double factor(int index) {
    return columns.value(RawField.ADJUSTED_CLOSE, index) / columns.value(RawField.CLOSE, index);
  }

  /** Works another amount into all adjusted closes before the ex-date. */
  List<Change> readjust(Payment payment, double amount) {
    double scale = (1 - amount / payment.before()) / (1 - payment.adjusted() / payment.before());
    return columns.scale(RawField.ADJUSTED_CLOSE, 0, payment.index(), scale);
  }

  /** Tells another amount. */
  List<Change> retell(Payment payment, double amount) {
    return List.of(columns.change(RawField.DIVIDEND, payment.index(), amount));
  }

  /** Tells another amount and works it in. */
  List<Change> both(Payment payment, double amount) {
    List<Change> changes = new ArrayList<>(retell(payment, amount));
    changes.addAll(readjust(payment, amount));
    return changes;
  }
}
