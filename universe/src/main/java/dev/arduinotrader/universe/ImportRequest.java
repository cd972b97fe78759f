package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;

/**
 * The wish to import a file or a folder of files.
 *
 * @param path a path on the device that runs the universe service
 */
public record ImportRequest(CommandId commandId, String path) {}
