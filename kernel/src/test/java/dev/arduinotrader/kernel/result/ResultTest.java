package dev.arduinotrader.kernel.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
  private static final Problem MISSING = CommonReason.NOT_FOUND.problem("no plan 7");

  @Test
  void aSuccessCarriesItsValueThroughTheSteps() {
    Result<Integer> seven = Result.success(7);
    assertThat(seven.isSuccess()).isTrue();
    assertThat(seven.map(value -> value + 1).orElseThrow()).isEqualTo(8);
    assertThat(seven.then(value -> Result.success("is " + value)).orElseThrow()).isEqualTo("is 7");
    assertThat(seven.then(ignored -> Result.failure(MISSING)).problemOrThrow()).isEqualTo(MISSING);
  }

  @Test
  void aFailureSkipsTheStepsAndKeepsItsProblem() {
    Result<Integer> failure = Result.failure(MISSING);
    assertThat(failure.isSuccess()).isFalse();
    assertThat(failure.map(ResultTest::never).problemOrThrow()).isEqualTo(MISSING);
    assertThat(failure.then(value -> Result.success(never(value))).problemOrThrow())
        .isEqualTo(MISSING);
  }

  @Test
  void unwrappingTheWrongOneIsABug() {
    assertThatThrownBy(() -> Result.failure(MISSING).orElseThrow())
        .isInstanceOfSatisfying(
            ProblemException.class, thrown -> assertThat(thrown.problem()).isEqualTo(MISSING))
        .hasMessage("NOT_FOUND: no plan 7");
    assertThatThrownBy(() -> Result.success(7).problemOrThrow())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected a failure, found the value 7");
  }

  @Test
  void aProblemOfBadInputNamesEveryFault() {
    Problem problem =
        Problem.invalid(
            List.of(new Fault("port", "expected 1 to 65535, found 0"), new Fault("", "no role")));
    assertThat(problem.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(problem.message()).isEqualTo("port: expected 1 to 65535, found 0; no role");
    assertThat(problem.faults()).hasSize(2);
    assertThat(Problem.invalid("port", "missing")).hasToString("INVALID_ARGUMENT: port: missing");
  }

  @Test
  void aProblemOfBadInputWithoutAFaultIsABug() {
    assertThatThrownBy(() -> Problem.invalid(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyCommonReasonExplainsItselfInASentence() {
    for (CommonReason reason : CommonReason.values()) {
      assertThat(reason.meaning()).matches("[A-Z].*\\.");
      Problem problem = reason.problem("numbers");
      assertThat(problem.code()).isEqualTo(reason.name());
      assertThat(problem.kind()).isEqualTo(reason.kind());
      assertThat(reason.failure("numbers").problemOrThrow()).isEqualTo(problem);
    }
  }

  @Test
  void everyKindHasACommonReasonExceptThoseThatNeedMoreWords() {
    assertThat(FailureKind.values())
        .filteredOn(
            kind -> List.of(CommonReason.values()).stream().noneMatch(r -> r.kind() == kind))
        .containsExactly(FailureKind.FAILED_PRECONDITION);
  }

  private static Integer never(Integer value) {
    throw new AssertionError("a failure has no value, found " + value);
  }
}
