package dev.arduinotrader.scoring;

import dev.arduinotrader.kernel.market.Isin;

/** Which security to score, and how. */
public record ScoreRequest(Isin isin, ScoringParameters parameters) {}
