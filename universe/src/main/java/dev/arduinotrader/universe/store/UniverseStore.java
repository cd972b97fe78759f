package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.event.EventSource;
import dev.arduinotrader.universe.FindingPage;
import dev.arduinotrader.universe.FindingQuery;
import dev.arduinotrader.universe.Fundamental;
import dev.arduinotrader.universe.PriceFinding;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.SecurityField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.RecordedAction;
import dev.arduinotrader.universe.model.SourceRanking;
import dev.arduinotrader.universe.model.StampedBars;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the universe keeps: facts about securities, series of bars and of rates. */
public interface UniverseStore extends AutoCloseable {
  /** All securities in the order of their ISIN, without the removed ones. */
  List<Security> securities();

  /** The security of this ISIN or former ISIN, also a removed one. */
  Optional<Security> security(Isin isin);

  /** All securities in the order of their ISIN with all their facts, also the removed ones. */
  List<SecurityDetails> details();

  /** All facts about the security of this ISIN or former ISIN, also a removed one. */
  Optional<SecurityDetails> details(Isin isin);

  /** Closes and, where it has them, opens, of the source that the owner's order believes first. */
  Optional<BarSeries> bars(Isin isin);

  /** Names of the sources that have a series of a security, the one believed first first. */
  List<String> sources(Isin isin);

  /** Names of the sources that have any series of a security, in the order of belief. */
  List<String> sources();

  /** All columns of a security's series from a source. */
  Optional<StampedBars> allBars(Isin isin, String sourceName);

  /** The owner's order of sources. */
  SourceRanking ranking();

  /** All that sources ever said about a security's corporate actions. */
  List<RecordedAction> actions(Isin isin);

  /** Dated facts about a security known at an instant, the later date last, then the later told. */
  List<Fundamental> fundamentals(Isin isin, Instant now);

  /** The last quote of a moment not after an instant. */
  Optional<KnownQuote> latestQuote(Isin isin, Instant until);

  /** The first quote of a moment strictly after one instant and not after another. */
  Optional<KnownQuote> firstQuoteAfter(Isin isin, Instant after, Instant until);

  /** Daily fixings as closes: units of the currency per 1 EUR. */
  Optional<BarSeries> rates(Currency currency);

  /** What imports found wrong with the series that are stored. */
  FindingPage findings(FindingQuery query);

  MarketChoice choice();

  EventSource events();

  /** The day of the newest bar of any security; empty without bars. Rates do not count. */
  Optional<LocalDate> newestDay();

  /** Reads the file and says what it found; throws when it cannot. */
  String check();

  /**
   * Who wants a change, and when.
   *
   * @param request everything that makes the command what it is
   */
  record Command(AccountId account, CommandId id, Object request, Instant now) {}

  /** The answer that this command got before; a failure when its id was used for another one. */
  <T> Optional<Result<T>> answered(Command command, Class<T> type);

  /**
   * Does a command's work once, in one transaction: a failure leaves everything as it was. A
   * repeated command gets its first answer.
   */
  <T> Result<T> change(Command command, Class<T> type, Function<Change, Result<T>> work);

  /** Does a command's work and takes all of it back, giving what it would have answered. */
  <T> Result<T> rehearse(Command command, Function<Change, Result<T>> work);

  /** As {@link #change} without a command: for work that is the same whenever it is repeated. */
  <T> Result<T> write(AccountId account, Instant now, Function<Change, Result<T>> work);

  /** What is kept about sources. */
  SourceStore sourceStore();

  @Override
  void close();

  /** The store inside one transaction. */
  interface Change {
    Optional<Security> security(Isin isin);

    /** The security of this symbol at this exchange. */
    Optional<Security> listed(String exchange, String symbol);

    /** What was stated about a security. */
    Optional<SecuritySheet> sheet(Isin isin);

    /** Replaces what was stated about a security, and the facts in force with it. */
    void put(SecuritySheet sheet);

    /** The securities that any statement gives this value. */
    List<Isin> stating(SecurityField field, String value);

    /** The security that an alias stands for. */
    Optional<Isin> ofAlias(String alias);

    /** Keeps a dated fact unless its source said just the same last; true when it was new. */
    boolean put(Fundamental fact);

    /** Keeps the quote of a moment for 30 days. */
    void put(KnownQuote quote);

    /** Gives everything stored under one ISIN to another one, under which nothing is stored. */
    void move(Isin from, Isin to);

    /** When this change happens. */
    Instant now();

    /** All columns of the stored bars of the source believed first. */
    Optional<BarSeries> bars(Isin isin);

    /** All columns of the stored bars of a source; its name is without its detail. */
    Optional<BarSeries> bars(Isin isin, String sourceName);

    /** Puts the series of the security from the series' own source. */
    void putBars(Isin isin, BarSeries series);

    /** All that sources ever said about a security's corporate actions. */
    List<RecordedAction> actions(Isin isin);

    /** Notes one more thing that a source said. */
    void putAction(RecordedAction action);

    SourceRanking ranking();

    void order(SourceRanking ranking);

    Optional<BarSeries> rates(Currency currency);

    void putRates(Currency currency, BarSeries series);

    /** What is kept about sources, in this transaction. */
    SourceStore.Change sourceStore();

    /**
     * Notes what was found wrong with a series from a source, in place of what was found before.
     *
     * @param series an ISIN, or a currency pair such as EUR/USD
     */
    void putFindings(String series, String source, List<PriceFinding> found);

    MarketChoice choice();

    void choose(MarketChoice.Imported imported);

    void choose(MarketChoice.Sample sample);

    /** Tells the event log, in this transaction. */
    void tell(String kind, String summary, Object details);
  }
}
