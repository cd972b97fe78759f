package dev.arduinotrader.universe.model.sample;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.universe.ProductType;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.Venue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The 60 securities of the sample market. All names are invented. */
final class SampleListings {
  static final String NAME_SUFFIX = " (simulated)";
  static final String SYMBOL_SUFFIX = ".SIM";

  private static final String FUNDS = "Broad Index";
  private static final int COLUMNS = 10;

  // symbol; name; country; industry; lot; start price; volatility %; drift %; yield %; dividends
  private static final String EUROPE =
      """
      RABEN; Rabenfurter Maschinenwerk; Germany; Industrials; 1; 24.00; 26; 7; 2.4; 1
      LINDH; Autowerk Lindenhall; Germany; Automobiles; 1; 38.00; 32; 4; 3.6; 1
      CHEMO; Chemoria Rheintal; Germany; Materials; 1; 31.00; 24; 4; 3.2; 1
      MORGT; Versicherhaus Morgenthal; Germany; Insurance; 1; 56.00; 23; 7; 3.9; 1
      EULEN; Softwerk Eulenspitz; Germany; Technology; 1; 18.00; 30; 11; 0.9; 1
      STROM; Stromfeld Kraftwerke; Germany; Utilities; 1; 21.00; 20; 3; 4.2; 1
      VALMI; Banque Valmirande; France; Banks; 1; 29.00; 34; 1; 4.4; 1
      LUMIV; Maison Lumivigne; France; Retail; 1; 42.00; 25; 12; 1.3; 2
      GARRI; Petrole Garrigault; France; Energy; 1; 27.00; 27; 4; 4.6; 4
      PHAVE; Laboratoires Pharmavelle; France; Pharmaceuticals; 1; 44.00; 21; 6; 2.8; 1
      MONTB; Telecom Montbrisel; France; Telecommunications; 10; 14.00; 22; 1; 5.1; 2
      CLAIR; Aliments Clairefosse; France; Food; 1; 33.00; 17; 6; 2.5; 1
      POLDE; Polderlicht Chips; Netherlands; Technology; 1; 16.00; 36; 14; 0.8; 2
      WINDM; Windmolen Verzekering; Netherlands; Insurance; 1; 22.00; 28; 4; 4.3; 2
      ZUIDE; Zuiderkaas Dranken; Netherlands; Food; 1; 26.00; 18; 5; 2.2; 2
      TORRE; Banca Torrevento; Italy; Banks; 10; 9.00; 40; -2; 3.8; 1
      FIAMM; Motori Fiammarossa; Italy; Automobiles; 1; 23.00; 33; 9; 1.1; 1
      MFUMO; Energia Montefumo; Italy; Utilities; 10; 8.00; 21; 4; 4.8; 2
      FABEU; Fable Europe Index Fund; Germany; Broad Index; 1; 30.00; 15; 6; 2.4; 4
      """;
  private static final String AMERICA =
      """
      QUILL; Quillhaven Circuits; United States; Technology; 1; 15.00; 34; 13; 0.6; 4
      ORBEL; Orbellion Software; United States; Technology; 1; 22.00; 27; 12; 0.9; 4
      NIMBR; Nimbrel Cloudworks; United States; Technology; 1; 11.00; 42; 14; 0; 0
      VARDI; Vardingale Devices; United States; Technology; 1; 7.00; 38; 14; 0.3; 4
      FERNW; Fernwickle Foods; United States; Food; 1; 35.00; 16; 6; 2.7; 4
      TALLO; Tallowmere Bancorp; United States; Banks; 1; 41.00; 33; 4; 2.6; 4
      HAZEL; Hazelgrind Savings; United States; Banks; 1; 27.00; 30; 3; 2.9; 4
      BRIND; Brindlecove Insurance; United States; Insurance; 1; 46.00; 22; 8; 1.8; 4
      OSPRE; Osprelane Pharma; United States; Pharmaceuticals; 1; 38.00; 20; 8; 2.3; 4
      ZEPHY; Zephyrole Therapeutics; United States; Pharmaceuticals; 1; 13.00; 45; 9; 0; 0
      DRILL; Drillmarsh Energy; United States; Energy; 1; 33.00; 29; 4; 3.1; 4
      PETRO; Petrowick Resources; United States; Energy; 1; 19.00; 38; 2; 1.5; 4
      VOLTA; Voltarbor Electric; United States; Utilities; 1; 28.00; 17; 5; 3.4; 4
      MARRO; Marrowgate Stores; United States; Retail; 1; 30.00; 24; 9; 1.5; 4
      IRONQ; Ironquay Machinery; United States; Industrials; 1; 26.00; 25; 9; 1.9; 4
      TELQU; Telquorum Networks; United States; Telecommunications; 1; 24.00; 20; 2; 4.4; 4
      FABUS; Fable America Index Fund; United States; Broad Index; 1; 48.00; 16; 8; 1.6; 4
      """;
  private static final String BRITAIN =
      """
      BRAMB; Bramblewharf Bank; United Kingdom; Banks; 10; 310.0; 34; 0; 4.1; 2
      GRIMS; Grimsmoor Mining; United Kingdom; Materials; 1; 720.0; 37; 6; 3.9; 2
      PUDDL; Puddlecombe Stores; United Kingdom; Retail; 1; 260.0; 25; 3; 3.7; 2
      ALBIO; Albionet Telecom; United Kingdom; Telecommunications; 10; 140.0; 24; -1; 5.2; 2
      WEXMA; Wexmarrow Pharma; United Kingdom; Pharmaceuticals; 1; 1250.0; 21; 6; 3.4; 4
      NORTG; Northgorse Energy; United Kingdom; Energy; 1; 480.0; 27; 3; 4.9; 4
      TEAKE; Teakettle Foods; United Kingdom; Food; 1; 870.0; 17; 7; 2.9; 2
      HARRO; Harrowmint Insurance; United Kingdom; Insurance; 1; 390.0; 27; 4; 4.6; 2
      FENWA; Fenwater Utilities; United Kingdom; Utilities; 1; 610.0; 18; 5; 4.3; 2
      """;
  private static final String SWITZERLAND =
      """
      ALPEN; Alpenquarz Pharma; Switzerland; Pharmaceuticals; 1; 52.00; 18; 7; 2.7; 1
      HELVE; Helvemont Assekuranz; Switzerland; Insurance; 1; 88.00; 22; 7; 4.0; 1
      EDELG; Edelgranit Nahrung; Switzerland; Food; 1; 39.00; 14; 6; 2.4; 1
      GLETS; Gletscherpass Bank; Switzerland; Banks; 1; 31.00; 31; 0; 3.0; 1
      SILBH; Uhrwerk Silberhorn; Switzerland; Retail; 1; 64.00; 28; 6; 2.1; 1
      """;
  private static final String DENMARK =
      """
      HAVBO; Havbolge Shipping; Denmark; Industrials; 1; 410.00; 33; 5; 2.9; 1
      INSUL; Insulara Biotek; Denmark; Pharmaceuticals; 1; 120.00; 28; 13; 1.4; 2
      VINDF; Vindfjord Turbiner; Denmark; Energy; 10; 95.00; 40; 6; 0.8; 1
      MALTG; Maltgaard Bryggeri; Denmark; Food; 1; 260.00; 20; 6; 1.9; 1
      """;
  private static final String JAPAN =
      """
      KAZEM; Kazemori Motors; Japan; Automobiles; 100; 620; 27; 4; 2.7; 2
      HOSHI; Hoshikumo Electronics; Japan; Technology; 100; 540; 29; 6; 1.4; 2
      TSUKI; Tsukigawa Steel; Japan; Materials; 100; 760; 31; 2; 2.9; 2
      AMANO; Amanoha Bank; Japan; Banks; 100; 690; 29; 1; 3.1; 2
      SORAB; Sorabune Robotics; Japan; Industrials; 100; 480; 30; 8; 1.2; 2
      FABJP; Fable Japan Index Fund; Japan; Broad Index; 10; 900; 18; 4; 1.8; 2
      """;
  private static final String SPLIT_SYMBOL = "VARDI" + SYMBOL_SUFFIX;

  private SampleListings() {}

  /** All listings in the order of their ISIN. */
  static List<SampleListing> all() {
    List<SampleListing> all = new ArrayList<>();
    add(all, SampleVenues.EUROPE, "EUR", 2, EUROPE);
    add(all, SampleVenues.AMERICA, "USD", 2, AMERICA);
    add(all, SampleVenues.BRITAIN, "GBX", 1, BRITAIN);
    add(all, SampleVenues.SWITZERLAND, "CHF", 2, SWITZERLAND);
    add(all, SampleVenues.DENMARK, "DKK", 2, DENMARK);
    add(all, SampleVenues.JAPAN, "JPY", 0, JAPAN);
    all.sort(Comparator.comparing(listing -> listing.security().isin()));
    return List.copyOf(all);
  }

  /** The only split: four new shares for one of Vardingale Devices. */
  static List<SampleSplit> splits() {
    Isin isin = Isin.privateCode(SampleVenues.AMERICA.mic(), SPLIT_SYMBOL);
    return List.of(
        new SampleSplit(isin, LocalDate.of(2017, 5, 15), LocalDate.of(2017, 6, 12), 4, 1));
  }

  private static void add(
      List<SampleListing> all, Venue venue, String unit, int digits, String rows) {
    rows.lines().forEach(row -> all.add(listing(venue, QuoteUnit.of(unit), digits, row)));
  }

  private static SampleListing listing(Venue venue, QuoteUnit unit, int digits, String row) {
    String[] cells = row.split("; ", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException("expected " + COLUMNS + " columns, found '" + row + "'");
    }
    String symbol = cells[0] + SYMBOL_SUFFIX;
    String industry = cells[3];
    Security security =
        new Security(
            Isin.privateCode(venue.mic(), symbol),
            symbol,
            cells[1] + NAME_SUFFIX,
            industry.equals(FUNDS) ? ProductType.ETF : ProductType.EQUITY,
            cells[2],
            industry,
            venue.mic(),
            unit,
            Lot.of(cells[4]),
            new Price(BigDecimal.ONE.movePointLeft(digits), unit),
            true,
            true);
    return new SampleListing(
        security,
        venue,
        digits,
        Double.parseDouble(cells[5]),
        Double.parseDouble(cells[6]) / 100,
        Double.parseDouble(cells[7]) / 100,
        Double.parseDouble(cells[8]) / 100,
        Integer.parseInt(cells[9]));
  }
}
