package dev.arduinotrader.platform.health;

import dev.arduinotrader.platform.call.ProcessFacts;
import dev.arduinotrader.platform.call.ServiceHealth;
import java.util.ArrayList;
import java.util.List;

/** What two processes of one fleet should have in common and do not. */
public final class ProcessDifferences {
  private ProcessDifferences() {}

  /**
   * What is different over there, one clause each, empty when all is the same.
   *
   * @param here the process that looks
   * @param versionHere the version of its program
   * @param there what the other one answered
   */
  public static List<String> between(ProcessFacts here, String versionHere, ServiceHealth there) {
    List<String> differences = new ArrayList<>();
    if (!there.version().equals(versionHere)) {
      differences.add("runs version %s, not %s".formatted(there.version(), versionHere));
    }
    there
        .process()
        .ifPresentOrElse(
            facts -> compare(here, facts, differences),
            () -> differences.add("does not say which process it is"));
    return List.copyOf(differences);
  }

  private static void compare(ProcessFacts here, ProcessFacts there, List<String> differences) {
    if (!there.contractHash().equals(here.contractHash())) {
      differences.add("was built with other contracts");
    }
    if (there.deploymentEpoch() != here.deploymentEpoch()) {
      differences.add(
          "runs by deployment epoch %d, not %d"
              .formatted(there.deploymentEpoch(), here.deploymentEpoch()));
    }
  }
}
