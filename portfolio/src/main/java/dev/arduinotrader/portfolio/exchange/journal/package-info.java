/** Writes the ledger as plain-text accounting journals. */
@NullMarked
package dev.arduinotrader.portfolio.exchange.journal;

import org.jspecify.annotations.NullMarked;
