package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much is traded in the fake universe: on every day the same. */
final class FakeVolumes {
  private final Map<Isin, Double> volumes = new TreeMap<>();

  void put(Isin isin, double shares) {
    volumes.put(isin, shares);
  }

  /** One bar with the volume that was told; its close is that of no market. */
  Result<MarketData> marketData(Security security, MarketDataRequest request) {
    Double volume = volumes.get(security.isin());
    if (volume == null) {
      return CommonReason.NOT_FOUND.failure("the fake universe was told of no volume");
    }
    DailyBar bar = new DailyBar(request.from(), null, null, null, 1, volume, null);
    return Result.success(
        new MarketData(
            security.isin(),
            security.quoteUnit().code(),
            PriceBasis.RAW,
            "fake",
            List.of("fake"),
            1,
            List.of(bar),
            null));
  }
}
