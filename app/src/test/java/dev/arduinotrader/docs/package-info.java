/** Tests that hold the documents to the code. */
@NullMarked
package dev.arduinotrader.docs;

import org.jspecify.annotations.NullMarked;
