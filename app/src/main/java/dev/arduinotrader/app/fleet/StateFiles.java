package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The configuration of a fleet on both sides of a move of state.
 *
 * @param before both files of every device as they were, but by the new epoch: processes that have
 *     seen it would not write by the old one any more
 * @param moved those in which the service lives elsewhere
 * @param oldPlaces where trading and the books are called before
 * @param newPlaces and where afterwards
 * @param homesBefore what runs where before
 * @param homesAfter and afterwards; its epoch is the new one
 */
record StateFiles(
    Map<String, Configuration> before,
    MovedFiles moved,
    Orders.Places oldPlaces,
    Orders.Places newPlaces,
    Homes homesBefore,
    Homes homesAfter) {

  static Result<StateFiles> of(
      Map<String, Configuration> now, MovedFiles moved, Map<String, String> environment) {
    Configuration old = now.values().iterator().next();
    Configuration fresh = moved.files().values().iterator().next();
    return FleetPlaces.of(old, environment)
        .then(
            oldPlaces ->
                FleetPlaces.of(fresh, environment)
                    .map(
                        newPlaces ->
                            new StateFiles(
                                byEpoch(now, newPlaces.epoch()),
                                moved,
                                oldPlaces.orders(),
                                newPlaces.orders(),
                                Homes.of(oldPlaces.services()),
                                Homes.of(newPlaces.services()))));
  }

  int epoch() {
    return homesAfter.epoch();
  }

  private static Map<String, Configuration> byEpoch(Map<String, Configuration> now, int epoch) {
    Map<String, Configuration> raised = new LinkedHashMap<>();
    now.forEach(
        (id, texts) ->
            raised.put(
                id,
                new Configuration(texts.device(), FleetPlaces.withEpoch(texts.services(), epoch))));
    return raised;
  }
}
