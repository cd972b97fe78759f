package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.universe.Fundamental;
import dev.arduinotrader.universe.PriceFinding;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.RecordedAction;
import dev.arduinotrader.universe.model.SourceRanking;
import dev.arduinotrader.universe.model.TradingSeries;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The store inside one transaction of SQLite. */
final class SqlChange implements UniverseStore.Change {
  private final Handle handle;
  private final AccountId account;
  private final Instant now;
  private final EventLog events;
  private final Touched touched;
  private long importNumber;
  private int findings;

  SqlChange(Handle handle, AccountId account, Instant now, EventLog events, Touched touched) {
    this.handle = handle;
    this.account = account;
    this.now = now;
    this.events = events;
    this.touched = touched;
  }

  @Override
  public SourceStore.Change sourceStore() {
    return SourceSettingTable.change(handle);
  }

  @Override
  public Optional<Security> security(Isin isin) {
    return SecurityTable.find(handle, isin);
  }

  @Override
  public Optional<Security> listed(String exchange, String symbol) {
    return SecurityTable.listed(handle, exchange, symbol);
  }

  @Override
  public Optional<SecuritySheet> sheet(Isin isin) {
    return SheetTable.find(handle, isin);
  }

  @Override
  public void put(SecuritySheet sheet) {
    SheetTable.put(handle, sheet);
    SecurityTable.put(handle, sheet.security());
  }

  @Override
  public boolean put(Fundamental fact) {
    return FundamentalTable.put(handle, fact);
  }

  @Override
  public List<Isin> stating(SecurityField field, String value) {
    return SheetTable.withValue(handle, field, value);
  }

  @Override
  public Optional<Isin> ofAlias(String alias) {
    return SheetTable.ofAlias(handle, alias);
  }

  @Override
  public void move(Isin from, Isin to) {
    touched.series().addAll(SourceTable.keys(handle, from).values());
    IsinMove.move(handle, from, to);
    touched.series().addAll(SourceTable.keys(handle, to).values());
    touched.isins().add(from.value());
    touched.isins().add(to.value());
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Optional<BarSeries> bars(Isin isin) {
    NavigableMap<String, String> keys = SourceTable.keys(handle, isin);
    return TradingSeries.of(
        ranking().sorted(keys.keySet()).stream()
            .flatMap(
                name ->
                    Optional.ofNullable(keys.get(name))
                        .flatMap(key -> SeriesTable.read(handle, key, SeriesTable.Depth.ALL))
                        .stream())
            .toList());
  }

  @Override
  public Optional<BarSeries> bars(Isin isin, String sourceName) {
    return SeriesTable.read(handle, SourceTable.key(isin, sourceName), SeriesTable.Depth.ALL);
  }

  @Override
  public void putBars(Isin isin, BarSeries series) {
    String sourceName = SourceRanking.name(series.source());
    String key = SourceTable.key(isin, sourceName);
    touched.series().add(key);
    touched.isins().add(isin.value());
    SeriesTable.write(handle, key, series, now);
    SourceTable.note(handle, isin, sourceName);
  }

  @Override
  public List<RecordedAction> actions(Isin isin) {
    return ActionTable.all(handle, isin);
  }

  @Override
  public void put(KnownQuote quote) {
    QuoteTable.put(handle, quote);
  }

  @Override
  public void putAction(RecordedAction action) {
    touched.isins().add(action.action().isin().value());
    ActionTable.put(handle, action, now);
  }

  @Override
  public SourceRanking ranking() {
    return SourceTable.ranking(handle);
  }

  @Override
  public void order(SourceRanking ranking) {
    SourceTable.order(handle, ranking);
  }

  @Override
  public Optional<BarSeries> rates(Currency currency) {
    return SeriesTable.read(handle, StoredSeries.rateKey(currency), SeriesTable.Depth.ALL);
  }

  @Override
  public void putRates(Currency currency, BarSeries series) {
    touched.series().add(StoredSeries.rateKey(currency));
    SeriesTable.write(handle, StoredSeries.rateKey(currency), series, now);
  }

  @Override
  public void putFindings(String series, String source, List<PriceFinding> found) {
    FindingTable.forget(handle, series, source);
    importNumber = importNumber == 0 ? FindingTable.nextImport(handle) : importNumber;
    FindingTable.add(handle, importNumber, findings, source, now, found);
    findings += found.size();
  }

  @Override
  public MarketChoice choice() {
    return SqlUniverseStore.readChoice(handle);
  }

  @Override
  public void choose(MarketChoice.Imported imported) {
    putChoice("IMPORTED", 0, Instant.EPOCH);
  }

  @Override
  public void choose(MarketChoice.Sample sample) {
    putChoice("SAMPLE", sample.seed(), sample.syncedUntil());
  }

  private void putChoice(String kind, long seed, Instant syncedUntil) {
    handle
        .createUpdate(
            "insert into market (id, kind, seed, synced_until_micros)"
                + " values (1, :kind, :seed, :until) on conflict (id) do update set"
                + " kind = excluded.kind, seed = excluded.seed,"
                + " synced_until_micros = excluded.synced_until_micros")
        .bind("kind", kind)
        .bind("seed", seed)
        .bind("until", CommonMessages.toMicros(syncedUntil))
        .execute();
  }

  @Override
  public void tell(String kind, String summary, Object details) {
    events.append(handle, account, now, kind, summary, details);
  }
}
