package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every universe service answers about what securities are. */
abstract class SecuritiesContract extends UniverseSuite {
  private static final Isin SHELL_REAL = Isin.of("GB00BP6MXD84");
  private int commands;

  private Result<SecurityDetails> edit(Isin isin, SecurityEdit edit) {
    return edit(isin, edit, false);
  }

  private Result<SecurityDetails> edit(Isin isin, SecurityEdit edit, boolean dryRun) {
    commands++;
    return service.updateSecurity(
        AFTER_ALL, new UpdateSecurity(SmallMarket.command("edit-" + commands), isin, edit, dryRun));
  }

  private SecurityDetails details(Isin isin) {
    return service.getSecurityDetails(AFTER_ALL, isin).orElseThrow();
  }

  private SecurityFact fact(Isin isin, SecurityField field) {
    return details(isin).facts().stream()
        .filter(each -> each.field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private Result<SecurityDetails> remove(Isin isin) {
    commands++;
    return service.removeSecurity(
        AFTER_ALL,
        new RemoveSecurity(SmallMarket.command("remove-" + commands), isin, "delisted", false));
  }

  private Result<SecurityDetails> add(String identifier, Map<SecurityField, String> facts) {
    commands++;
    return service.addByIdentifier(
        AFTER_ALL,
        new AddByIdentifier(
            SmallMarket.command("identify-" + commands), identifier, new TreeMap<>(facts), false));
  }

  private List<SecurityMatch> search(String text) {
    return service
        .searchSecurities(AFTER_ALL, new SearchRequest(text, 20, false))
        .orElseThrow()
        .matches();
  }

  @Test
  void tellsWhereEachFactComesFrom() {
    importSmallMarket();
    SecurityFact country = fact(SmallMarket.SHELL, SecurityField.COUNTRY);
    assertThat(country)
        .isEqualTo(
            new SecurityFact(
                SecurityField.COUNTRY,
                "United Kingdom",
                "file:securities.csv",
                clock.now(),
                false,
                null));
    assertThat(details(SmallMarket.TOYOTA).value(SecurityField.INDUSTRY)).isEmpty();
  }

  @Test
  void keepsACorrectionByHandThroughEveryImportAndGivesItBackOnRequest() {
    importSmallMarket();
    edit(SmallMarket.SHELL, SecurityEdit.setting(Map.of(SecurityField.COUNTRY, "Netherlands")))
        .orElseThrow();
    Path folder = directory.resolve("prices");
    SmallMarket.write(
        folder,
        "securities.csv",
        SmallMarket.SECURITIES.replace("United Kingdom", "Great Britain"));
    importing("import-2", folder).orElseThrow();
    SecurityFact country = fact(SmallMarket.SHELL, SecurityField.COUNTRY);
    assertThat(country.value()).isEqualTo("Netherlands");
    assertThat(country.byHand()).isTrue();
    assertThat(country.statedBy()).isEqualTo(AFTER_ALL.actor());
    assertThat(country.sourceValue()).isEqualTo("Great Britain");
    assertThat(service.getSecurity(AFTER_ALL, SmallMarket.SHELL).orElseThrow().country())
        .isEqualTo("Netherlands");
    edit(SmallMarket.SHELL, SecurityEdit.resetting(List.of(SecurityField.COUNTRY))).orElseThrow();
    assertThat(service.getSecurity(AFTER_ALL, SmallMarket.SHELL).orElseThrow().country())
        .isEqualTo("Great Britain");
  }

  @Test
  void storesNothingOfADryRun() {
    importSmallMarket();
    SecurityDetails shown =
        edit(SmallMarket.SHELL, SecurityEdit.setting(Map.of(SecurityField.NAME, "Shell")), true)
            .orElseThrow();
    assertThat(shown.security().name()).isEqualTo("Shell");
    assertThat(details(SmallMarket.SHELL).security().name()).isEqualTo("Shell plc, ordinary");
  }

  @Test
  void refusesAnEditWholeAndNamesEveryFault() {
    importSmallMarket();
    Problem problem =
        edit(
                SmallMarket.SHELL,
                SecurityEdit.setting(
                    Map.of(
                        SecurityField.LOT, "0",
                        SecurityField.EXCHANGE, "XXXX",
                        SecurityField.NAME, "Shell")))
            .problemOrThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(problem.faults())
        .extracting(fault -> fault.place())
        .containsExactly("exchange", "lot");
    assertThat(details(SmallMarket.SHELL).security().name()).isEqualTo("Shell plc, ordinary");
  }

  @Test
  void refusesToCorrectTheUnitOfStoredPrices() {
    importSmallMarket();
    assertThat(
            edit(SmallMarket.SHELL, SecurityEdit.setting(Map.of(SecurityField.QUOTE_UNIT, "GBP")))
                .problemOrThrow()
                .code())
        .isEqualTo("QUOTE_UNIT_FIXED");
  }

  @Test
  void refusesPricesInAnotherUnitThanTheOneCorrectedByHand() {
    importSmallMarket();
    add(
            "GB0007980591",
            Map.of(
                SecurityField.SYMBOL, "BP.L",
                SecurityField.NAME, "BP",
                SecurityField.PRODUCT_TYPE, "equity",
                SecurityField.EXCHANGE, "XLON",
                SecurityField.QUOTE_UNIT, "GBX",
                SecurityField.LOT, "1"))
        .orElseThrow();
    Path folder = directory.resolve("more");
    SmallMarket.write(
        folder,
        "securities.csv",
        """
        symbol,isin,name,exchange,currency,quote_unit,lot
        BP.L,GB0007980591,BP plc,XLON,GBP,GBP,1
        """);
    SmallMarket.write(folder, "prices.csv", "date,BP.L\n2023-05-25,472.1\n");
    Problem problem = importing("import-2", folder).problemOrThrow();
    assertThat(problem.message()).contains("expected quote unit GBX of BP.L").contains("by hand");
  }

  @Test
  void takesSecuritiesOfAFileThatHasNoPricesOfThem() {
    importSmallMarket();
    String sap = "SAP,DE0007164600,SAP SE,Germany,Software,XETR,EUR,EUR,1\n";
    Path folder = directory.resolve("more");
    SmallMarket.write(folder, "securities.csv", SmallMarket.SECURITIES + sap);
    SmallMarket.write(folder, "prices.csv", SmallMarket.PRICES);
    DescriptionsReport expected = new DescriptionsReport("securities.csv", 2, 2, 9, List.of());
    assertThat(importing("import-2", folder).orElseThrow().descriptions())
        .containsExactly(expected);
    assertThat(details(Isin.of("DE0007164600")).security().name()).isEqualTo("SAP SE");

    Path file = folder.resolve("securities.csv");
    SmallMarket.write(
        folder, "securities.csv", SmallMarket.SECURITIES + sap.replace("Software", "Technology"));
    assertThat(importing("import-3", file).orElseThrow().descriptions())
        .containsExactly(new DescriptionsReport("securities.csv", 5, 5, 1, List.of()));
  }

  @Test
  void takesAwayTheSymbolOfNoOtherSecurity() {
    importSmallMarket();
    SecurityField yahoo = SecurityField.dataSymbol("yahoo");
    edit(SmallMarket.SHELL, SecurityEdit.setting(Map.of(yahoo, "SHEL.L"))).orElseThrow();
    assertThat(
            edit(SmallMarket.APPLE, SecurityEdit.setting(Map.of(yahoo, "SHEL.L")))
                .problemOrThrow()
                .code())
        .isEqualTo("SYMBOL_TAKEN");
    assertThat(
            edit(SmallMarket.APPLE, SecurityEdit.setting(Map.of(SecurityField.SYMBOL, "MSFT")))
                .problemOrThrow()
                .code())
        .isEqualTo("LISTING_TAKEN");
  }

  @Test
  void movesAllPricesToTheRealIsinAndKeepsTheOldOneAsAnAlias() {
    importSmallMarket();
    SecurityHistory before = history("2023-05-30T22:00:00Z", SmallMarket.SHELL, null);
    SecurityDetails moved =
        edit(SmallMarket.SHELL, SecurityEdit.replacingIsin(SHELL_REAL)).orElseThrow();
    assertThat(moved.security().isin()).isEqualTo(SHELL_REAL);
    assertThat(history("2023-05-30T22:00:00Z", SHELL_REAL, null).closes())
        .isEqualTo(before.closes());
    assertThat(details(SmallMarket.SHELL).security().isin()).isEqualTo(SHELL_REAL);
    assertThat(service.getUniverse(AFTER_ALL, UniverseQuery.first()).orElseThrow().securities())
        .extracting(Security::isin)
        .contains(SHELL_REAL)
        .doesNotContain(SmallMarket.SHELL);
    importing("import-2", directory.resolve("prices")).orElseThrow();
    assertThat(details(SHELL_REAL).aliases())
        .extracting(SecurityAlias::text)
        .containsExactly(SmallMarket.SHELL.value());
  }

  @Test
  void refusesToReplaceARealIsinOrToTakeOneInUse() {
    importSmallMarket();
    assertThat(
            edit(SmallMarket.APPLE, SecurityEdit.replacingIsin(SHELL_REAL)).problemOrThrow().code())
        .isEqualTo("ISIN_FIXED");
    assertThat(
            edit(SmallMarket.SHELL, SecurityEdit.replacingIsin(SmallMarket.APPLE))
                .problemOrThrow()
                .code())
        .isEqualTo("ISIN_FIXED");
  }

  @Test
  void keepsPricesAndFactsOfARemovedSecurityAndBringsItBack() {
    importSmallMarket();
    SecurityDetails removed = remove(SmallMarket.APPLE).orElseThrow();
    assertThat(removed.removal())
        .isEqualTo(new Removal(clock.now(), AFTER_ALL.actor(), "delisted"));
    assertThat(removed.security().tradable()).isFalse();
    assertThat(service.getUniverse(AFTER_ALL, UniverseQuery.first()).orElseThrow().securities())
        .extracting(Security::isin)
        .doesNotContain(SmallMarket.APPLE);
    assertThat(service.getSecurity(AFTER_ALL, SmallMarket.APPLE).orElseThrow().tradable())
        .isFalse();
    assertThat(history("2023-05-30T22:00:00Z", SmallMarket.APPLE, null).closes().size())
        .isEqualTo(3);
    importing("import-2", directory.resolve("prices")).orElseThrow();
    assertThat(details(SmallMarket.APPLE).removal()).isNotNull();
    assertThat(remove(SmallMarket.APPLE).orElseThrow()).isEqualTo(removed);
    SecurityDetails back = add("aapl", Map.of()).orElseThrow();
    assertThat(back.removal()).isNull();
    assertThat(back.security().tradable()).isTrue();
    assertThat(events(5, 2))
        .extracting(event -> event.kind())
        .containsExactly("SECURITY_REMOVED", "SECURITY_RESTORED");
  }

  @Test
  void namesEveryFactThatNobodyGaveWhenOneIsAdded() {
    importSmallMarket();
    Problem problem = add("DE0007164600", Map.of(SecurityField.NAME, "SAP SE")).problemOrThrow();
    assertThat(problem.code()).isEqualTo("FACT_MISSING");
    assertThat(problem.message())
        .contains("symbol, product_type, exchange, quote_unit, lot of DE0007164600");
    assertThat(add("SAP", Map.of()).problemOrThrow().kind()).isEqualTo(FailureKind.NOT_FOUND);
  }

  @Test
  void findsSecuritiesByWhatPeopleType() {
    importSmallMarket();
    edit(
            SmallMarket.TOYOTA,
            new SecurityEdit(
                new TreeMap<>(), List.of(), List.of(), List.of("Land Cruiser"), List.of(), null))
        .orElseThrow();
    assertThat(search("us0378331005").getFirst().kind()).isEqualTo(SecurityMatch.Kind.EXACT);
    assertThat(search("AAP").getFirst())
        .isEqualTo(
            new SecurityMatch(
                details(SmallMarket.APPLE).security(),
                "AAPL",
                SecurityMatch.Kind.SYMBOL_PREFIX,
                false));
    assertThat(search("micorsoft").getFirst().security().isin()).isEqualTo(SmallMarket.MICROSOFT);
    assertThat(search("land cruiser").getFirst().kind()).isEqualTo(SecurityMatch.Kind.ALIAS);
    assertThat(search("nothing like it")).isEmpty();
    remove(SmallMarket.MICROSOFT).orElseThrow();
    assertThat(search("microsoft")).isEmpty();
  }

  @Test
  void refusesASearchBeyondItsLimits() {
    assertThat(
            service
                .searchSecurities(AFTER_ALL, new SearchRequest(" ", 101, false))
                .problemOrThrow()
                .faults())
        .extracting(fault -> fault.place())
        .containsExactly("limit", "text");
  }

  @Test
  void countsTheMembersOfEachCountryAndIndustry() {
    importSmallMarket();
    SecurityGroups groups = service.getGroups(AFTER_ALL).orElseThrow();
    assertThat(groups.countries())
        .containsExactly(
            new SecurityGroups.Group("Japan", 1),
            new SecurityGroups.Group("United Kingdom", 1),
            new SecurityGroups.Group("United States", 2));
    assertThat(groups.industries())
        .containsExactly(
            new SecurityGroups.Group("", 1),
            new SecurityGroups.Group("Energy", 1),
            new SecurityGroups.Group("Technology", 2));
  }

  @Test
  void keepsTheFactsOfTheSampleMarketAsGenerated() {
    Security sample =
        service.getUniverse(AFTER_ALL, UniverseQuery.first()).orElseThrow().securities().getFirst();
    assertThat(details(sample.isin()).security()).isEqualTo(sample);
    assertThat(fact(sample.isin(), SecurityField.NAME).statedBy()).isEqualTo("sample-market");
    assertThat(
            edit(sample.isin(), SecurityEdit.setting(Map.of(SecurityField.NAME, "x")))
                .problemOrThrow()
                .code())
        .isEqualTo("SAMPLE_FACTS_FIXED");
    assertThat(remove(sample.isin()).problemOrThrow().code()).isEqualTo("SAMPLE_FACTS_FIXED");
  }
}
