package dev.arduinotrader.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.portfolio.model.DefaultPolicy;
import dev.arduinotrader.portfolio.model.Policies;
import dev.arduinotrader.portfolio.model.PolicyRules;
import org.junit.jupiter.api.Test;

class PolicyPresetTest {
  private static final InvestmentPolicy OWN =
      Policies.withWishes(SecurityWish.defaultFor(MovementsOf.APPLE));

  @Test
  void everyPresetKeepsTheRulesAndWhatIsTheOwners() {
    for (PolicyPreset preset : PolicyPreset.values()) {
      InvestmentPolicy policy = preset.applyTo(OWN);
      assertThat(PolicyRules.faults(policy, Currency.EUR)).as("%s", preset).isEmpty();
      assertThat(policy.wishes()).isEqualTo(OWN.wishes());
      assertThat(policy.autonomy()).isEqualTo(OWN.autonomy());
      assertThat(policy.costs()).isEqualTo(OWN.costs());
    }
  }

  @Test
  void theDefaultIsWhatAnAccountIsOpenedWith() {
    InvestmentPolicy opened = DefaultPolicy.of(Currency.EUR, Environment.PAPER);
    assertThat(PolicyPreset.DEFAULT.applyTo(opened)).isEqualTo(opened);
  }

  @Test
  void riskGrowsFromPresetToPreset() {
    assertThat(PolicyPreset.values())
        .extracting(preset -> preset.applyTo(OWN).limits().securityWeightMax())
        .containsExactly(0.08, 0.15, 0.20);
  }
}
