package dev.arduinotrader.gateway.http;

import io.avaje.jex.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The page's own files, read once from the program. */
final class StaticFiles {
  private static final String FOLDER = "/web/";
  private static final String INDEX = "index.html";
  private static final String[] NAMES = {
    INDEX,
    "app.css",
    "app.js",
    "controls.js",
    "dom.js",
    "favicon.svg",
    "format.js",
    "plan.js",
    "portfolio.js",
    "services.js",
    "status.js",
    "trades.js",
    "words.js"
  };

  private final Map<String, StaticFile> files = new TreeMap<>();

  private record StaticFile(String text, String type, String etag) {}

  StaticFiles() {
    for (String name : NAMES) {
      String text = text(name);
      files.put("/" + name, new StaticFile(text, type(name), "\"" + digest(text) + "\""));
    }
  }

  /** The file at the request's path, or nothing when the client has it already. */
  void send(Context context) {
    String path = context.path();
    StaticFile file = files.get(path.equals("/") ? path + INDEX : path);
    if (file == null) {
      throw HttpReason.NO_SUCH_ROUTE.refusal(
          "there is no " + context.method() + " " + path + "\nMaybe start at /.");
    }
    context.header("Cache-Control", "no-cache");
    context.header("ETag", file.etag());
    if (file.etag().equals(context.header("If-None-Match"))) {
      Replies.send(context, 304, file.type(), "");
    } else {
      Replies.send(context, 200, file.type(), file.text());
    }
  }

  private static String text(String name) {
    try (InputStream in = StaticFiles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalStateException("expected a known kind of file, found " + name);
    };
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
