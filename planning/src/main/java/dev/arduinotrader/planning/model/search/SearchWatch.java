package dev.arduinotrader.planning.model.search;

/** Looks on while a search runs, and may end it. */
public interface SearchWatch {
  /**
   * Called every 65,536 sets.
   *
   * @param examined sets scored so far
   * @param share 0 to 1, of all sets those that are settled
   * @return false to end the search with the best set so far
   */
  boolean goesOn(long examined, double share);

  /** Never ends a search. */
  static SearchWatch patient() {
    return (examined, share) -> true;
  }
}
