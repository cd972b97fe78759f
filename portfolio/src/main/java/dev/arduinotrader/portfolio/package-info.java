/** The system's memory of money: accounts, a balanced ledger, positions, snapshots and policy. */
@NullMarked
package dev.arduinotrader.portfolio;

import org.jspecify.annotations.NullMarked;
