package dev.arduinotrader.platform.grpc;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a message, collects everything that is wrong, and refuses the message as a
 * whole.
 *
 * <p>Use: read each field into a local variable, then build the record inside {@link #build}.
 */
public final class FieldReader {
  private final List<Fault> faults = new ArrayList<>();

  public @Nullable Isin isin(String field, String text) {
    return read(field, () -> Isin.of(text));
  }

  public @Nullable AccountId account(String field, String text) {
    return read(field, () -> AccountId.of(text));
  }

  public @Nullable CommandId command(String field, String text) {
    return read(field, () -> CommandId.of(text));
  }

  public @Nullable Currency currency(String field, String text) {
    return read(field, () -> Currency.of(text));
  }

  public @Nullable Money money(String field, dev.arduinotrader.contracts.common.Money money) {
    return read(field, () -> CommonMessages.money(money));
  }

  public @Nullable Price price(String field, dev.arduinotrader.contracts.common.Price price) {
    return read(field, () -> Price.of(price.getValue(), QuoteUnit.of(price.getQuoteUnit())));
  }

  public @Nullable Quantity quantity(String field, String text) {
    return read(field, () -> new Quantity(Decimals.parse(text)));
  }

  public @Nullable BigDecimal decimal(String field, String text) {
    return read(field, () -> Decimals.parse(text));
  }

  /** A date written as 2026-01-31. */
  public @Nullable LocalDate date(String field, String text) {
    return read(field, () -> LocalDate.parse(text));
  }

  /** Text that must not be empty. */
  public String text(String field, String text) {
    if (text.isBlank()) {
      fault(field, "expected a text, found none");
    }
    return text;
  }

  /** Notes one more fault. */
  public void fault(String field, String message) {
    faults.add(new Fault(field, message));
  }

  /** Runs a constructor and notes its refusal as a fault of the field; null then. */
  public <T> @Nullable T read(String field, Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (DateTimeParseException e) {
      fault(field, "expected a date such as 2026-01-31, found '" + e.getParsedString() + "'");
    } catch (IllegalArgumentException | ArithmeticException e) {
      fault(field, String.valueOf(e.getMessage()));
    }
    return null;
  }

  /**
   * The record made of the fields, or the refusal naming every fault.
   *
   * @throws ProblemException when any field was wrong or the record refuses them together
   */
  public <T> T build(Supplier<T> constructor) {
    if (faults.isEmpty()) {
      T built = read("request", constructor);
      if (built != null) {
        return built;
      }
    }
    throw new ProblemException(Problem.invalid(faults));
  }
}
