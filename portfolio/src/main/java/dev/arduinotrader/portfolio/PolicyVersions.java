package dev.arduinotrader.portfolio;

import java.util.List;

/** Versions of the policy, the newest first. */
public record PolicyVersions(List<PolicyVersion> policies) {
  public PolicyVersions {
    policies = List.copyOf(policies);
  }
}
