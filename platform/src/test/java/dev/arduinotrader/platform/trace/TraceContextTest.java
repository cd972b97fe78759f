package dev.arduinotrader.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final String HEADER = "00-" + TRACE + "-" + SPAN + "-01";

  @Test
  void readsWhatW3cGivesAsItsExample() {
    TraceContext trace = TraceContext.parse(HEADER).orElseThrow();

    assertThat(trace.traceId()).isEqualTo(TRACE);
    assertThat(trace.spanId()).isEqualTo(SPAN);
    assertThat(trace.parentId()).isEmpty();
    assertThat(trace.flags()).isEqualTo(1);
    assertThat(trace.header()).isEqualTo(HEADER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "ff-" + TRACE + "-" + SPAN + "-01",
        "00-" + TRACE + "-" + SPAN,
        "00-" + TRACE + "-" + SPAN + "-1",
        "00-" + TRACE + "-" + SPAN + "-01-what",
        "00-" + TRACE + "-" + SPAN + "-01 ",
        " 00-" + TRACE + "-" + SPAN + "-01",
        "0-" + TRACE + "-" + SPAN + "-01",
        "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-" + SPAN + "-01",
        "00-" + TRACE + "-" + SPAN + "-0G",
        "00_" + TRACE + "_" + SPAN + "_01",
        "cc-" + TRACE + "-" + SPAN + "-01what",
        "zz-" + TRACE + "-" + SPAN + "-01"
      })
  void refusesWhatIsMalformed(String header) {
    assertThat(TraceContext.parse(header)).isEmpty();
  }

  @Test
  void refusesWhatIsMissingOrEndless() {
    assertThat(TraceContext.parse(null)).isEmpty();
    assertThat(TraceContext.parse("cc-" + TRACE + "-" + SPAN + "-01-" + "x".repeat(1_000)))
        .isEmpty();
  }

  @Test
  void readsALaterVersionByTheRulesOfTheFirst() {
    assertThat(TraceContext.parse("cc-" + TRACE + "-" + SPAN + "-01-what-will-be").orElseThrow())
        .isEqualTo(TraceContext.parse(HEADER).orElseThrow());
    assertThat(TraceContext.parse("cc-" + TRACE + "-" + SPAN + "-01")).isPresent();
  }

  @Test
  void passesOnlyTheFlagThatItKnows() {
    TraceContext trace = TraceContext.parse("00-" + TRACE + "-" + SPAN + "-fe").orElseThrow();

    assertThat(trace.header()).endsWith("-00");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void comesBackFromItsHeaderAndNeverThrows(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      TraceContext trace =
          new TraceContext(random.nextLong(), random.nextLong(), random.nextLong(), 0, i % 2);
      assertThat(TraceContext.parse(trace.header())).as("seed %d", seed).contains(trace);

      StringBuilder broken = new StringBuilder(trace.header());
      broken.setCharAt(random.nextInt(broken.length()), (char) (32 + random.nextInt(95)));
      TraceContext.parse(broken.toString())
          .ifPresent(read -> assertThat(read.header()).startsWith("00-" + read.traceId()));
    }
  }

  @Test
  void keepsTheTraceAndNamesItsCauseFromCallToCall() {
    TraceContext cause = TraceContext.parse(HEADER).orElseThrow();
    TraceContext caused = cause.child(7);

    assertThat(caused.traceId()).isEqualTo(TRACE);
    assertThat(caused.spanId()).isEqualTo("0000000000000007");
    assertThat(caused.parentId()).contains(SPAN);
  }

  @Test
  void handsTheNotesOfOthersToEveryCallThatItCauses() {
    String notes = "rojo=00f067aa0ba902b7,  congo=t61rcWkgMzE";
    TraceContext cause = TraceContext.parse(HEADER).orElseThrow().withState(notes);

    assertThat(cause.child(7).child(8).state()).isEqualTo(notes);
    assertThat(cause.header()).isEqualTo(HEADER);
  }

  @Test
  void keepsTheFirstWholeNotesOfTooMany() {
    TraceContext trace = TraceContext.parse(HEADER).orElseThrow();
    String first = "a=" + "x".repeat(250);
    String second = "b=" + "y".repeat(257);

    assertThat(trace.withState(first + "," + second).state())
        .hasSize(512)
        .isEqualTo(first + "," + second);
    assertThat(trace.withState(first + "," + second + "y").state()).isEqualTo(first);
    assertThat(trace.withState("z".repeat(513)).state()).isEmpty();
  }

  @Test
  void makesOneTraceOfAllCallsOfARequestAndManyOfManyRequests() {
    assertThat(TraceContext.root("req-1", 5).traceId())
        .isEqualTo(TraceContext.root("req-1", 9).traceId());
    Set<String> traces = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      traces.add(TraceContext.root("req-" + i, 1).traceId());
    }
    assertThat(traces).hasSize(10_000);
    assertThat(TraceContext.parse(TraceContext.root("", 1).header())).isPresent();
  }

  @Test
  void isNeverMadeOfZeros() {
    assertThatThrownBy(() -> new TraceContext(0, 0, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TraceContext(1, 0, 0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
