package dev.arduinotrader.gateway;

import java.util.List;

/** Jobs, newest first. */
public record Jobs(List<Job> jobs) {
  public Jobs {
    jobs = List.copyOf(jobs);
  }
}
