package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.trading.broker.BrokerBench;
import dev.arduinotrader.trading.broker.BrokerCardsContract;
import dev.arduinotrader.trading.broker.KnownBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PaperBrokerCardsTest extends BrokerCardsContract {
  private final Path directory;

  PaperBrokerCardsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  protected KnownBroker known() {
    return KnownBroker.PAPER;
  }

  @Override
  protected BrokerBench open() {
    try {
      return new PaperBench(Files.createTempDirectory(directory, "bench"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
