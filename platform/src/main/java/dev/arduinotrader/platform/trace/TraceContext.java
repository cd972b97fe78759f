package dev.arduinotrader.platform.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call's place in a trace, in the terms of W3C's Trace Context, level 1.
 *
 * @param traceHigh the first half of the trace's number; not zero together with the second
 * @param traceLow the second half
 * @param span the number of this call, never zero
 * @param parent the number of the call that caused it, zero when none did
 * @param flags what the caller asked for, passed on as it came; 0 to 255
 * @param state what tracers on the way noted ({@code tracestate}), passed on unchanged; may be
 *     empty
 */
public record TraceContext(
    long traceHigh, long traceLow, long span, long parent, int flags, String state) {
  private static final Pattern TRACEPARENT =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
  private static final String FIRST_VERSION = "00";
  private static final String NO_VERSION = "ff";
  private static final int SAMPLED = 1;
  private static final int HALF_DIGITS = 16;
  private static final int HEADER_CHARACTERS_MAX = 512;

  /** As many as W3C's rules ask everybody to pass on; more could be too much for the next hop. */
  private static final int STATE_CHARACTERS_MAX = 512;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long SECOND_OFFSET = 0x84222325cbf29ce4L;

  public TraceContext {
    if ((traceHigh == 0 && traceLow == 0) || span == 0) {
      throw new IllegalArgumentException("expected a trace and a span other than zero");
    }
  }

  /** A call whose trace carries no notes of others. */
  public TraceContext(long traceHigh, long traceLow, long span, long parent, int flags) {
    this(traceHigh, traceLow, span, parent, flags, "");
  }

  /**
   * What a caller sent in {@code traceparent}; empty when it sent none, or one that W3C's rules
   * refuse: then a new trace begins.
   */
  public static Optional<TraceContext> parse(@Nullable String header) {
    if (header == null || header.length() > HEADER_CHARACTERS_MAX) {
      return Optional.empty();
    }
    Matcher parts = TRACEPARENT.matcher(header);
    if (!parts.matches()
        || parts.group(1).equals(NO_VERSION)
        || (parts.group(1).equals(FIRST_VERSION) && parts.group(5) != null)) {
      return Optional.empty();
    }
    long high = HexFormat.fromHexDigitsToLong(parts.group(2), 0, HALF_DIGITS);
    long low = HexFormat.fromHexDigitsToLong(parts.group(2), HALF_DIGITS, 2 * HALF_DIGITS);
    long span = HexFormat.fromHexDigitsToLong(parts.group(3));
    return (high == 0 && low == 0) || span == 0
        ? Optional.empty()
        : Optional.of(
            new TraceContext(high, low, span, 0, HexFormat.fromHexDigits(parts.group(4))));
  }

  /**
   * The beginning of a trace. Its number follows from the request, so that all calls of one request
   * are one trace even where they were begun apart.
   */
  public static TraceContext root(String requestId, long span) {
    long high = mixed(requestId, FNV_OFFSET);
    long low = mixed(requestId, SECOND_OFFSET);
    return new TraceContext(high == 0 ? 1 : high, low, span, 0, SAMPLED);
  }

  /** FNV-1a, and the end of SplitMix64 so that every bit depends on every character. */
  private static long mixed(String text, long offset) {
    long hash = offset;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }

  /** A call that this one causes. */
  public TraceContext child(long childSpan) {
    return new TraceContext(traceHigh, traceLow, childSpan, span, flags, state);
  }

  /**
   * The same call with the notes that came with it, word for word. Of more than 512 characters only
   * the first whole entries are kept, as W3C's rules have it.
   */
  public TraceContext withState(String tracestate) {
    String kept = tracestate;
    while (kept.length() > STATE_CHARACTERS_MAX) {
      kept = kept.substring(0, Math.max(0, kept.lastIndexOf(',')));
    }
    return new TraceContext(traceHigh, traceLow, span, parent, flags, kept);
  }

  /** What is sent to whoever is called. */
  public String header() {
    return FIRST_VERSION
        + "-"
        + traceId()
        + "-"
        + spanId()
        + "-"
        + HexFormat.of().toHexDigits((byte) (flags & SAMPLED));
  }

  /** 32 hexadecimal digits. */
  public String traceId() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(traceHigh) + hex.toHexDigits(traceLow);
  }

  /** 16 hexadecimal digits. */
  public String spanId() {
    return HexFormat.of().toHexDigits(span);
  }

  /** 16 hexadecimal digits, empty where the trace begins. */
  public Optional<String> parentId() {
    return parent == 0 ? Optional.empty() : Optional.of(HexFormat.of().toHexDigits(parent));
  }
}
