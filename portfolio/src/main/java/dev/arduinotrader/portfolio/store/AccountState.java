package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.model.Books;

/**
 * An account as of one instant: what it has, what its owner wants, how far it is booked.
 *
 * @param bookedSequence the highest outbox number booked with everything below it
 */
public record AccountState(
    Account account, long bookedSequence, Books books, PolicyVersion policy) {}
