package dev.arduinotrader.platform.grpc;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.protobuf.ProtoUtils;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problems on the wire: a gRPC status, and the whole problem in a trailer. */
public final class Problems {
  private static final Metadata.Key<dev.arduinotrader.contracts.common.Problem> TRAILER =
      Metadata.Key.of(
          "x-problem-bin",
          ProtoUtils.metadataMarshaller(
              dev.arduinotrader.contracts.common.Problem.getDefaultInstance()));

  private static final int DESCRIPTION_CHARS_MAX = 500;
  private static final int MESSAGE_CHARS_MAX = 1_500;
  private static final int TRAILER_BYTES_MAX = 3_500;

  private Problems() {}

  /** What a server answers for this problem. */
  public static StatusException toStatus(Problem problem) {
    Metadata trailers = new Metadata();
    trailers.put(TRAILER, fitting(problem));
    return code(problem.kind())
        .toStatus()
        .withDescription(shortened(problem.toString(), DESCRIPTION_CHARS_MAX))
        .asException(trailers);
  }

  /** The problem as far as it fits: receivers refuse answers with more than 8 KB of metadata. */
  private static dev.arduinotrader.contracts.common.Problem fitting(Problem problem) {
    dev.arduinotrader.contracts.common.Problem.Builder message =
        dev.arduinotrader.contracts.common.Problem.newBuilder()
            .setCode(problem.code())
            .setMessage(shortened(problem.message(), MESSAGE_CHARS_MAX));
    int bytes = message.build().getSerializedSize();
    int left = problem.faults().size();
    for (Fault fault : problem.faults()) {
      dev.arduinotrader.contracts.common.Fault part = toProto(fault);
      bytes += part.getSerializedSize();
      if (bytes > TRAILER_BYTES_MAX) {
        message.addFaults(toProto(new Fault("", "and " + left + " more")));
        break;
      }
      message.addFaults(part);
      left--;
    }
    return message.build();
  }

  private static dev.arduinotrader.contracts.common.Fault toProto(Fault fault) {
    return dev.arduinotrader.contracts.common.Fault.newBuilder()
        .setPlace(fault.place())
        .setMessage(fault.message())
        .build();
  }

  private static String shortened(String text, int charsMax) {
    return text.length() <= charsMax ? text : text.substring(0, charsMax - 3) + "...";
  }

  /** Whether a service stated the problem itself, as opposed to gRPC. */
  static boolean isStated(@Nullable Metadata trailers) {
    return trailers != null && trailers.containsKey(TRAILER);
  }

  /** The problem that a caller sees: the server's own where it sent one. */
  public static Problem fromStatus(Status status, @Nullable Metadata trailers) {
    dev.arduinotrader.contracts.common.Problem message =
        trailers == null ? null : trailers.get(TRAILER);
    FailureKind kind = kind(status.getCode());
    if (message == null) {
      return new Problem(kind, reason(kind).name(), description(status, kind), List.of());
    }
    return new Problem(
        kind,
        message.getCode(),
        message.getMessage(),
        message.getFaultsList().stream()
            .map(fault -> new Fault(fault.getPlace(), fault.getMessage()))
            .toList());
  }

  private static String description(Status status, FailureKind kind) {
    String text = status.getDescription();
    String description =
        text == null ? reason(kind).meaning() : text.lines().findFirst().orElse(text);
    Throwable cause = status.getCause();
    return cause == null || cause.getMessage() == null
        ? description
        : description + ": " + cause.getMessage();
  }

  private static Status.Code code(FailureKind kind) {
    return Status.Code.valueOf(kind.name());
  }

  private static FailureKind kind(Status.Code code) {
    return switch (code) {
      case INVALID_ARGUMENT, OUT_OF_RANGE -> FailureKind.INVALID_ARGUMENT;
      case NOT_FOUND -> FailureKind.NOT_FOUND;
      case ALREADY_EXISTS -> FailureKind.ALREADY_EXISTS;
      case FAILED_PRECONDITION, ABORTED -> FailureKind.FAILED_PRECONDITION;
      case PERMISSION_DENIED, UNAUTHENTICATED -> FailureKind.PERMISSION_DENIED;
      case RESOURCE_EXHAUSTED -> FailureKind.RESOURCE_EXHAUSTED;
      case DEADLINE_EXCEEDED -> FailureKind.DEADLINE_EXCEEDED;
      case CANCELLED -> FailureKind.CANCELLED;
      case UNAVAILABLE -> FailureKind.UNAVAILABLE;
      case UNIMPLEMENTED -> FailureKind.UNIMPLEMENTED;
      case INTERNAL, DATA_LOSS -> FailureKind.INTERNAL;
      case UNKNOWN, OK -> FailureKind.UNKNOWN;
    };
  }

  private static CommonReason reason(FailureKind kind) {
    return switch (kind) {
      case INVALID_ARGUMENT, FAILED_PRECONDITION -> CommonReason.INVALID_ARGUMENT;
      case NOT_FOUND -> CommonReason.NOT_FOUND;
      case ALREADY_EXISTS -> CommonReason.COMMAND_REUSED;
      case PERMISSION_DENIED -> CommonReason.PERMISSION_DENIED;
      case RESOURCE_EXHAUSTED -> CommonReason.OVERLOADED;
      case DEADLINE_EXCEEDED -> CommonReason.DEADLINE_EXCEEDED;
      case CANCELLED -> CommonReason.CANCELLED;
      case UNAVAILABLE -> CommonReason.UNAVAILABLE;
      case UNIMPLEMENTED -> CommonReason.UNIMPLEMENTED;
      case INTERNAL -> CommonReason.INTERNAL;
      case UNKNOWN -> CommonReason.UNKNOWN;
    };
  }
}
