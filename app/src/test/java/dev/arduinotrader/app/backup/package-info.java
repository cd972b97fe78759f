/** Tests of backups. */
@NullMarked
package dev.arduinotrader.app.backup;

import org.jspecify.annotations.NullMarked;
