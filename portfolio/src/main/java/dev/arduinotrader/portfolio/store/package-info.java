/** The portfolio's state on disk: accounts, ledger, policies and snapshots in one file. */
@NullMarked
package dev.arduinotrader.portfolio.store;

import org.jspecify.annotations.NullMarked;
