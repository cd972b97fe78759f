/**
 * Who speaks to whom, proved by certificates of the household's own authority; in use only when
 * configured.
 */
@NullMarked
package dev.arduinotrader.platform.tls;

import org.jspecify.annotations.NullMarked;
