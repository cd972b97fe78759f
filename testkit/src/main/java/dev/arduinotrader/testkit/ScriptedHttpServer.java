package dev.arduinotrader.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A web server on a free port of the loopback that answers what a test tells it to. */
public final class ScriptedHttpServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Function<Asked, Answer> script = question -> new Answer.Full(404, "no script");

  /**
   * A request that came.
   *
   * @param target the path with its query, decoded
   * @param headers by name in lower case, the first value of each
   */
  public record Asked(String method, String target, Map<String, String> headers, String body) {}

  /** What to do with a request. */
  public sealed interface Answer {
    /** A whole answer. */
    record Full(int status, String body, Map<String, String> headers) implements Answer {
      public Full(int status, String body) {
        this(status, body, Map.of());
      }
    }

    /** A success that breaks off after this text. */
    record Half(String body) implements Answer {}

    /** Nothing, until the server closes. */
    record Hang() implements Answer {}

    /** A success whose headers and first text come, but never its end. */
    record Drip(String body) implements Answer {}
  }

  public ScriptedHttpServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The address without a slash at its end. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers every request from now on like this. */
  public void answering(Function<Asked, Answer> newScript) {
    script = newScript;
  }

  /** Answers the next requests with these, one after the other, and then always with the last. */
  public void answering(Answer... answers) {
    int before = asked.size();
    script = question -> answers[Math.min(asked.size() - before, answers.length) - 1];
  }

  /** All requests so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked question = read(exchange);
      Answer answer;
      synchronized (this) {
        asked.add(question);
        answer = script.apply(question);
      }
      send(exchange, answer);
    }
  }

  private static Asked read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new java.util.TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    String query = exchange.getRequestURI().getQuery();
    return new Asked(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath() + (query == null ? "" : "?" + query),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Full(int status, String body, Map<String, String> headers) -> {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
      case Answer.Half(String body) -> {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length + 100L);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
      }
      case Answer.Hang() -> hang();
      case Answer.Drip(String body) -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        hang();
      }
    }
  }

  private void hang() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
