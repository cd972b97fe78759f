/** What is well and what is not with an installation, each with the next step. */
@NullMarked
package dev.arduinotrader.app.doctor;

import org.jspecify.annotations.NullMarked;
