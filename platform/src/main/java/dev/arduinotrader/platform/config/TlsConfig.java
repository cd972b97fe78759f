package dev.arduinotrader.platform.config;

import java.nio.file.Path;

/**
 * Where a device's certificate is. With it every port speaks TLS only and asks callers for theirs.
 *
 * @param ca the certificates of the authorities that are trusted, PEM, one or more
 * @param certificate this device's own, PEM
 * @param key its private key, PEM (PKCS #8), readable by its owner only
 */
public record TlsConfig(Path ca, Path certificate, Path key) {}
