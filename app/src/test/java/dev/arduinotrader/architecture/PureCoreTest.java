package dev.arduinotrader.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.Serializable;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The kernel and every model package: values in, values out. */
class PureCoreTest {
  private static final String[] PURE = {
    "dev.arduinotrader.kernel..", "dev.arduinotrader.*.model.."
  };

  private static final Set<String> IMPURE_SYSTEM_METHODS =
      Set.of(
          "currentTimeMillis",
          "nanoTime",
          "getenv",
          "getProperty",
          "getProperties",
          "setProperty",
          "lineSeparator",
          "exit",
          "console",
          "getLogger",
          "identityHashCode");

  @Test
  void touchesNoFileSocketDatabaseOrLog() {
    noClasses()
        .that(resideInAnyPackage(PURE))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.net..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.sql..",
                    "javax.sql..",
                    "java.util.logging..",
                    "org.slf4j..",
                    "ch.qos.logback..",
                    "org.jdbi..",
                    "org.flywaydb..",
                    "io.grpc..",
                    "io.micrometer..",
                    "com.google.protobuf..")
                .or(describe("do input or output", PureCoreTest::isInputOrOutput)))
        .check(Product.CLASSES);
  }

  @Test
  void startsNoThreadAndWaitsForNone() {
    noClasses()
        .that(resideInAnyPackage(PURE))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.util.concurrent..")
                .or(type(Thread.class))
                .or(type(ThreadLocal.class)))
        .orShould()
        .accessTargetWhere(call("parallel", each -> each.getName().startsWith("parallel")))
        .check(Product.CLASSES);
  }

  @Test
  void asksNoClockAndNoDice() {
    noClasses()
        .that(resideInAnyPackage(PURE))
        .should()
        .dependOnClassesThat(type(Clock.class).or(type(Random.class)))
        .orShould()
        .accessTargetWhere(
            call(
                "the time",
                each ->
                    each.getTargetOwner().getPackageName().equals("java.time")
                        && each.getName().equals("now")))
        .orShould()
        .accessTargetWhere(
            call(
                "the machine",
                each ->
                    each.getTargetOwner().isEquivalentTo(System.class)
                        && IMPURE_SYSTEM_METHODS.contains(each.getName())))
        .orShould()
        .accessTargetWhere(call("chance", PureCoreTest::isChance))
        .check(Product.CLASSES);
  }

  @Test
  void knowsOnlyTheCallShapeOfThePlatform() {
    noClasses()
        .that(resideInAnyPackage(PURE))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.arduinotrader.platform..")
                .and(not(resideInAnyPackage("dev.arduinotrader.platform.call.."))))
        .check(Product.CLASSES);
  }

  private static boolean isInputOrOutput(JavaClass type) {
    return type.getPackageName().equals("java.io") && !type.isEquivalentTo(Serializable.class);
  }

  private static boolean isChance(JavaAccess<?> call) {
    JavaClass owner = call.getTargetOwner();
    return switch (call.getName()) {
      case "random" -> owner.isEquivalentTo(Math.class);
      case "randomUUID" -> owner.isEquivalentTo(UUID.class);
      default -> false;
    };
  }

  private static DescribedPredicate<JavaAccess<?>> call(
      String what, Predicate<JavaAccess<?>> predicate) {
    return describe("ask " + what, predicate);
  }
}
