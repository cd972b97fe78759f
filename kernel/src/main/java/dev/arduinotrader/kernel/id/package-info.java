/** Identities of accounts, commands, requests and orders. */
@NullMarked
package dev.arduinotrader.kernel.id;

import org.jspecify.annotations.NullMarked;
