package dev.arduinotrader.platform.config;

/** The author's word for the shape of the fleet: descriptive, checked, never acted upon. */
public enum DeploymentMode {
  LOCAL,
  DISTRIBUTED,
  LOAD_BALANCED
}
