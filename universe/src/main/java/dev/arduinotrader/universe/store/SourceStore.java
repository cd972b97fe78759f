package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.SourceHealth;
import dev.arduinotrader.universe.SourceSetting;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is kept about sources: the owner's settings, their health, and how far each has come. */
public interface SourceStore {
  /** In the owner's order. */
  List<SourceSetting> settings();

  /** By name; those that were never asked are missing. */
  Map<String, SourceHealth> health();

  /** How far each security has come, by source. */
  Map<CursorKey, Cursor> cursors();

  void putHealth(Map<String, SourceHealth> health);

  /** Whose prices from where. */
  record CursorKey(Isin isin, String source) {}

  /**
   * How far they have come.
   *
   * @param coveredUntil the last session's day that was asked for and answered, since 1970-01-01
   * @param at when that was
   */
  record Cursor(int coveredUntil, Instant at) {}

  /** The same inside one transaction of the universe. */
  interface Change {
    List<SourceSetting> settings();

    /** Replaces all settings; health and cursors of sources that are gone go with them. */
    void put(List<SourceSetting> settings);

    void put(CursorKey key, Cursor cursor);
  }
}
