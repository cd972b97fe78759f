package dev.arduinotrader.planning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.optimization.Allocation;
import dev.arduinotrader.optimization.AssetBounds;
import dev.arduinotrader.optimization.TargetWeight;
import dev.arduinotrader.planning.World;
import dev.arduinotrader.planning.model.search.ExactSearch;
import dev.arduinotrader.planning.model.search.Found;
import dev.arduinotrader.planning.model.search.SearchResult;
import dev.arduinotrader.planning.model.search.SearchWatch;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.scoring.BatchScores;
import dev.arduinotrader.scoring.SecurityScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The incremental score of the search is the score of the definition. */
class SearchAgreesTest {
  @Test
  void searchAndDefinitionScoreTheSameSetsAlike() {
    int compared = 0;
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      PortfolioState state = StateCompiler.compile(snapshot(random)).orElseThrow();
      Targets targets = targets(state, random);
      EndStateScore score = new EndStateScore(state, targets);
      CandidateSet candidates = new CandidateBuilder(state, targets).build();
      List<Candidate> all = candidates.choices().stream().flatMap(List::stream).toList();

      SearchResult result =
          ExactSearch.run(
              new SearchProblems(state, score).of(candidates, targets), 50, SearchWatch.patient());

      EndStates endStates = new EndStates(state, score);
      for (Found found : result.best()) {
        List<Candidate> trades = found.trades().stream().map(all::get).toList();
        assertThat(found.score())
            .as("seed %d", seed)
            .isCloseTo(endStates.score(trades), within(1e-12));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(5_000);
  }

  private static Snapshot snapshot(Random random) {
    World world =
        new World().cash("" + random.nextInt(20_000), dev.arduinotrader.kernel.money.Currency.EUR);
    for (int i = 0; i < 15; i++) {
      world.security(
          "S" + i, "" + (5 + random.nextInt(90)), World.EUR, "C" + i % 4, "I" + i % 5, "1");
      if (random.nextBoolean()) {
        world.holding("S" + i, "" + (1 + random.nextInt(100)));
      }
      if (random.nextInt(5) == 0) {
        world.minimum("S" + i, 0.03);
      }
    }
    return world.snapshot();
  }

  private static Targets targets(PortfolioState state, Random random) {
    List<SecurityScore> scored = new ArrayList<>();
    for (Isin isin : TargetQuestion.scorable(state)) {
      scored.add(
          new SecurityScore(isin, random.nextDouble(), 1, List.of(), World.NOW, 500, "hash"));
    }
    Scores scores = Scores.of(List.of(new BatchScores(scored, List.of()))).orElseThrow();
    TargetQuestion question = TargetQuestion.of(state, scores, LeftOut.nothing()).orElseThrow();
    List<TargetWeight> weights = new ArrayList<>();
    for (AssetBounds bounds : question.bounds()) {
      double weight = bounds.minimumWeight() + random.nextInt(3) * random.nextDouble() * 0.06;
      weights.add(new TargetWeight(bounds.isin(), weight, weight, weight));
    }
    Allocation allocation = new Allocation(weights, List.of(), 0.1, 0.1, 500, 0, 1);
    return Targets.of(state, scores, question, allocation, LeftOut.nothing()).orElseThrow();
  }
}
