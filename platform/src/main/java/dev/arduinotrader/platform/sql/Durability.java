package dev.arduinotrader.platform.sql;

/** What a committed transaction survives. */
public enum Durability {
  /** A power cut: every commit is on the disk. For money and orders. */
  FULL,
  /** A crash of the program; a power cut may lose the last commits, never tear one. */
  NORMAL
}
