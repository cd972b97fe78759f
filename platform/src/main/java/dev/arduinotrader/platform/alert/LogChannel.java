package dev.arduinotrader.platform.alert;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of the process; always there. */
final class LogChannel implements AlertChannel {
  private static final Logger LOG = LoggerFactory.getLogger(LogChannel.class);

  @Override
  public String name() {
    return "log";
  }

  @Override
  public Result<Done> send(AlertMessage message) {
    switch (message.state()) {
      case FIRING ->
          LOG.error("alert FIRING {} {}: {}", message.rule(), message.service(), message.text());
      case RESOLVED, TEST ->
          LOG.info(
              "alert {} {} {}: {}",
              message.state(),
              message.rule(),
              message.service(),
              message.text());
    }
    return Result.success(Done.DONE);
  }
}
