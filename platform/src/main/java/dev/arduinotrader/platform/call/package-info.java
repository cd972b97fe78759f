/** What every service call has in common, local or remote. */
@NullMarked
package dev.arduinotrader.platform.call;

import org.jspecify.annotations.NullMarked;
