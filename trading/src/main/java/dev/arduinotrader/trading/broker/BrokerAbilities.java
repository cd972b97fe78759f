package dev.arduinotrader.trading.broker;

/**
 * What a broker promises.
 *
 * @param name such as paper
 * @param dedupesClientIds a second order with the same client order id gives the first one
 * @param absencesForProof how often it must say that it does not know an order before that is a
 *     proof; each time after another question of the same session was answered
 */
public record BrokerAbilities(String name, boolean dedupesClientIds, int absencesForProof) {}
