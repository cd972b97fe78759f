package dev.arduinotrader.portfolio.exchange.text;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerMovement;
import java.util.List;

/** A format that writes each movement into rows of its own. */
public interface RowFormat {
  /** The rows of one movement; a failure says why it has no home. */
  Result<List<String>> rows(BrokerMovement movement);

  /** The whole text with these rows. */
  String text(List<String> rows);

  /** What such a text says. */
  Result<List<BrokerMovement>> read(String text);
}
