package dev.arduinotrader.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's own files. */
class StaticFilesTest {
  private static final Pattern LINK =
      Pattern.compile("(?:src|href)=\"(/[^\"]*)\"|from '\\./([^']+)'");

  private OpenDoor door;

  @BeforeEach
  void open(@TempDir Path folder) {
    door = new OpenDoor(folder);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void servesThePageAndEveryFileThatItNames() {
    HttpResponse<String> page = door.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    List<String> named = links(page.body());
    assertThat(named).contains("/app.css", "/app.js");
    for (String path : named) {
      HttpResponse<String> file = door.get(path);
      assertThat(file.statusCode()).as(path).isEqualTo(200);
      assertThat(links(file.body()))
          .allSatisfy(link -> assertThat(door.get(link).statusCode()).as(link).isEqualTo(200));
    }
  }

  @Test
  void holdsNoScriptOrStyleInThePageItself() {
    assertThat(door.get("/").body())
        .doesNotContainPattern("<script(?![^>]*src=)")
        .doesNotContain("<style")
        .doesNotContainPattern(" style=")
        .doesNotContainPattern(" on[a-z]+=")
        .doesNotContain("http:")
        .doesNotContain("https:");
  }

  @Test
  void sendsAFileOnceAndThenOnlyWhenItChanged() {
    HttpResponse<String> first = door.get("/app.css");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");

    HttpResponse<String> second = door.get("/app.css", "If-None-Match", etag);

    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(door.get("/app.css", "If-None-Match", "\"old\"").statusCode()).isEqualTo(200);
  }

  @Test
  void answersHeadWithoutABody() {
    HttpResponse<String> response =
        door.send(door.request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void servesNothingBesides() {
    for (String path :
        List.of(
            "/token", "/../token", "/..%2ftoken", "/db/gateway/V1__gateway.sql", "/web/app.js")) {
      assertThat(door.raw("GET " + path + " HTTP/1.1", "Host: localhost:" + door.host.port()))
          .as(path)
          .startsWith("HTTP/1.1 404")
          .doesNotContain(door.token);
    }
  }

  private static List<String> links(String text) {
    return LINK.matcher(text).results().map(StaticFilesTest::path).distinct().toList();
  }

  private static String path(MatchResult link) {
    return link.group(1) == null ? "/" + link.group(2) : link.group(1);
  }
}
