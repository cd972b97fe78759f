package dev.arduinotrader.scoring;

class LocalScoringTest extends ScoringContract {
  private final ScoringService service = local();

  @Override
  ScoringService service() {
    return service;
  }
}
