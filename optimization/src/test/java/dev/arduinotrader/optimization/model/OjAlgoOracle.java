package dev.arduinotrader.optimization.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/** Solves the same programs with a library. */
final class OjAlgoOracle {
  private OjAlgoOracle() {}

  static double[] solve(QuadraticProgram program) {
    int size = program.size();
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    for (int i = 0; i < size; i++) {
      model.newVariable("w" + i).lower(program.lower(i)).upper(program.upper(i));
    }
    Expression sum = model.newExpression("sum").level(program.sum());
    Expression objective = model.newExpression("objective").weight(1);
    double[] slopeAtZero = program.gradient(new double[size]);
    for (int i = 0; i < size; i++) {
      sum.set(i, 1);
      objective.set(i, slopeAtZero[i]);
      for (int j = 0; j < size; j++) {
        objective.set(i, j, program.hessian(i, j) / 2);
      }
    }
    Optimisation.Result result = model.minimise();
    assertThat(result.getState().isOptimal()).as(result.toString()).isTrue();
    double[] weights = new double[size];
    Arrays.setAll(weights, result::doubleValue);
    return weights;
  }
}
