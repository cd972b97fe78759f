package dev.arduinotrader.portfolio.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.TradingGuards;
import dev.arduinotrader.portfolio.grpc.PolicyMessages;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TradingGuardsTest {
  private static final InvestmentPolicy POLICY = DefaultPolicy.of(Currency.EUR, Environment.PAPER);

  @Test
  void aPolicyOfAnEarlierVersionHasTheDefaultGuards() {
    ObjectNode tree = Json.mapper().valueToTree(POLICY);
    tree.remove("guards");
    InvestmentPolicy read = Json.read(tree.toString(), InvestmentPolicy.class);
    assertThat(read.guards()).isEqualTo(TradingGuards.DEFAULT);
    assertThat(read).isEqualTo(POLICY);
  }

  @Test
  void guardsSurviveTheWire() {
    InvestmentPolicy policy =
        with(new TradingGuards(1, 2, 3, 0.4, 0.05, 0.06, Duration.ofMinutes(7), 0.08));
    assertThat(PolicyMessages.fromProto(PolicyMessages.toProto(policy))).isEqualTo(policy);
    assertThat(Json.read(Json.write(policy), InvestmentPolicy.class)).isEqualTo(policy);
  }

  @Test
  void everyGuardOutOfItsRangeIsNamed() {
    InvestmentPolicy policy =
        with(new TradingGuards(0, 0, 1_001, 0, 0, 2, Duration.ZERO, Double.NaN));
    assertThat(PolicyRules.faults(policy, Currency.EUR)).hasSize(8);
    assertThat(PolicyRules.faults(POLICY, Currency.EUR)).isEmpty();
  }

  private static InvestmentPolicy with(TradingGuards guards) {
    return new InvestmentPolicy(
        POLICY.costs(),
        POLICY.limits(),
        POLICY.planner(),
        POLICY.scoring(),
        POLICY.optimizer(),
        POLICY.cashReserve(),
        POLICY.autonomy(),
        POLICY.wishes(),
        guards);
  }
}
