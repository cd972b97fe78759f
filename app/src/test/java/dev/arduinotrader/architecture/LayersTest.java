package dev.arduinotrader.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.arduinotrader.architecture.Repository.JavaFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may use whom: modules point one way, and other modules see only a service's root package. */
class LayersTest {
  private static final String ROOT = "dev.arduinotrader.";

  private static final List<String> BASE = List.of("kernel", "contracts", "platform");
  private static final List<String> SERVICES =
      List.of("universe", "scoring", "optimization", "portfolio", "planning", "trading", "gateway");

  /** What each module may use besides itself. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("kernel", List.of()),
          Map.entry("contracts", List.of("kernel")),
          Map.entry("platform", List.of("kernel", "contracts")),
          Map.entry("testkit", BASE),
          Map.entry("brokers", BASE),
          Map.entry("universe", with("brokers")),
          Map.entry("scoring", with("universe")),
          Map.entry("optimization", with("universe")),
          Map.entry("portfolio", with("universe")),
          Map.entry("planning", with("universe", "scoring", "optimization", "portfolio")),
          Map.entry("trading", with("universe", "portfolio", "brokers")),
          Map.entry(
              "gateway",
              with("universe", "scoring", "optimization", "portfolio", "planning", "trading")),
          Map.entry(
              "app",
              with(
                  "brokers",
                  "universe",
                  "scoring",
                  "optimization",
                  "portfolio",
                  "planning",
                  "trading",
                  "gateway")));

  @Test
  void seesEveryModuleThatHasCode() {
    Set<String> written =
        Repository.javaFiles().stream()
            .filter(file -> !file.test())
            .map(JavaFile::module)
            .filter(MAY_USE::containsKey)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> seen =
        Product.CLASSES.stream()
            .map(LayersTest::module)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(seen).containsAll(written);
  }

  @Test
  void knowsEveryModule() {
    assertThat(MAY_USE.keySet())
        .as("what a new module may use must be said here; nothing uses e2e and bench")
        .containsAll(
            Repository.modules().stream()
                .filter(module -> !List.of("e2e", "bench").contains(module))
                .filter(module -> !module.startsWith("third-party/"))
                .toList());
  }

  @Test
  void modulesPointOneWay() {
    MAY_USE.forEach(
        (module, others) ->
            classes()
                .that(resideInAnyPackage(packages(module)))
                .should()
                .onlyDependOnClassesThat(
                    not(resideInAnyPackage("dev.arduinotrader.."))
                        .or(resideInAnyPackage(packages(module)))
                        .or(resideInAnyPackage(packages(others.toArray(String[]::new)))))
                .because(module + " may use " + (others.isEmpty() ? "no other" : others))
                .allowEmptyShould(true)
                .check(Product.CLASSES));
  }

  @Test
  void otherModulesSeeTheRootPackageOfAServiceOnly() {
    for (String service : SERVICES) {
      classes()
          .that(resideInAnyPackage("dev.arduinotrader..").and(outside(service)))
          .and(not(resideInAnyPackage("dev.arduinotrader..grpc..")))
          .should()
          .onlyDependOnClassesThat(outside(service).or(resideInAnyPackage(ROOT + service)))
          .because("the rooms of " + service + " are its own")
          .allowEmptyShould(true)
          .check(Product.CLASSES);
    }
  }

  @Test
  void grpcRoomsMayUseTheMappersOfAnotherService() {
    for (String service : SERVICES) {
      classes()
          .that(resideInAnyPackage("dev.arduinotrader..grpc..").and(outside(service)))
          .should()
          .onlyDependOnClassesThat(
              outside(service)
                  .or(resideInAnyPackage(ROOT + service))
                  .or(
                      resideInAnyPackage(ROOT + service + ".grpc")
                          .and(describe("are mappers", LayersTest::isMapper))))
          .because("a message of " + service + " is mapped in one place")
          .allowEmptyShould(true)
          .check(Product.CLASSES);
    }
  }

  @Test
  void planningUsesTheRecordsOfPortfolioOnly() {
    noClasses()
        .that(resideInAnyPackage(ROOT + "planning.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + "portfolio..")
                .and(
                    describe(
                        "are a service or build one",
                        type ->
                            type.getSimpleName().endsWith("Service")
                                || type.getSimpleName().endsWith("Module"))))
        .because("a plan is bound to the snapshot in its request and asks portfolio nothing")
        .allowEmptyShould(true)
        .check(Product.CLASSES);
  }

  @Test
  void onlyTheAppBuildsServices() {
    for (String service : SERVICES) {
      noClasses()
          .that(outside(service).and(outside("app")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(ROOT + service)
                  .and(
                      describe("build a service", type -> type.getSimpleName().endsWith("Module"))))
          .because("the composition root is in app")
          .allowEmptyShould(true)
          .check(Product.CLASSES);
    }
  }

  @Test
  void generatedTypesStayInTheGrpcRooms() {
    noClasses()
        .that(
            not(
                resideInAnyPackage(
                    ROOT + "contracts..",
                    "dev.arduinotrader..grpc..",
                    ROOT + "platform.server..",
                    ROOT + "platform.health..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(ROOT + "contracts.."))
        .because("the wire may change without the domain")
        .allowEmptyShould(true)
        .check(Product.CLASSES);
  }

  @Test
  void sqlStaysOutOfTheOtherRooms() {
    String[] rooms =
        SERVICES.stream()
            .flatMap(service -> Stream.of(ROOT + service + ".model..", ROOT + service + ".grpc.."))
            .toArray(String[]::new);
    noClasses()
        .that(resideInAnyPackage(rooms))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb.."))
        .allowEmptyShould(true)
        .check(Product.CLASSES);
  }

  @Test
  void packagesOfTheKernelHaveNoCycles() {
    slices()
        .matching("dev.arduinotrader.kernel.(*)..")
        .should()
        .beFreeOfCycles()
        .check(Product.CLASSES);
  }

  private static List<String> with(String... modules) {
    return Stream.concat(BASE.stream(), Stream.of(modules)).toList();
  }

  private static String[] packages(String... modules) {
    return Stream.of(modules).map(module -> ROOT + module + "..").toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> outside(String module) {
    return not(resideInAnyPackage(ROOT + module + ".."));
  }

  private static boolean isMapper(JavaClass type) {
    return type.getSimpleName().endsWith("Messages");
  }

  private static String module(JavaClass type) {
    String rest = type.getPackageName().substring(ROOT.length());
    return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
  }
}
