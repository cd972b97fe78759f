package dev.arduinotrader.trading.broker.faults;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.broker.Broker;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Faults that an owner asks for, to see the program live with them; accounts on paper only. */
public final class Rehearsal {
  /** The setting, such as {@code 7/20}: the seed, and that one call in 20 meets a fault. */
  public static final String SETTING = "TRADER_PAPER_FAULTS";

  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,9})/([1-9][0-9]{0,5})");

  private Rehearsal() {}

  /** The paper broker as it is to be used; INVALID_ARGUMENT when the setting cannot be read. */
  public static Result<Broker> of(Map<String, String> environment, Broker paper) {
    String setting = Optional.ofNullable(environment.get(SETTING)).orElse("").strip();
    if (setting.isEmpty()) {
      return Result.success(paper);
    }
    Matcher matcher = SHAPE.matcher(setting);
    return matcher.matches()
        ? Result.success(
            new FaultyLine(
                paper,
                FaultScript.seeded(
                    Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)))))
        : CommonReason.INVALID_ARGUMENT.failure(
            "expected %s as SEED/ONE_IN, such as 7/20, found '%s'".formatted(SETTING, setting));
  }
}
