package dev.arduinotrader.universe;

import java.util.List;

/**
 * Which exchanges to look at.
 *
 * @param exchanges market identifier codes, at most 200; empty for those of the universe's
 *     securities
 */
public record MarketStatusRequest(List<String> exchanges) {
  public MarketStatusRequest {
    exchanges = List.copyOf(exchanges);
  }
}
