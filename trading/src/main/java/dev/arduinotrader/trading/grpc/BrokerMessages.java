package dev.arduinotrader.trading.grpc;

import dev.arduinotrader.contracts.trading.BrokerFinding;
import dev.arduinotrader.contracts.trading.BrokerOutcome;
import dev.arduinotrader.contracts.trading.TestBrokerResponse;
import dev.arduinotrader.trading.BrokerTest;
import dev.arduinotrader.trading.BrokerTest.Finding;
import dev.arduinotrader.trading.BrokerTest.Outcome;

/** What a broker was seen to do, on the wire, both ways. */
final class BrokerMessages {
  private BrokerMessages() {}

  static TestBrokerResponse toProto(BrokerTest test) {
    TestBrokerResponse.Builder message =
        TestBrokerResponse.newBuilder().setBroker(test.broker()).setIdentity(test.identity());
    for (Finding finding : test.findings()) {
      message.addFindings(
          BrokerFinding.newBuilder()
              .setCard(finding.card())
              .setOutcome(
                  switch (finding.outcome()) {
                    case PASSED -> BrokerOutcome.BROKER_OUTCOME_PASSED;
                    case FAILED -> BrokerOutcome.BROKER_OUTCOME_FAILED;
                    case UNCLEAR -> BrokerOutcome.BROKER_OUTCOME_UNCLEAR;
                  })
              .setSeen(finding.seen()));
    }
    return message.build();
  }

  static BrokerTest fromProto(TestBrokerResponse message) {
    return new BrokerTest(
        message.getBroker(),
        message.getIdentity(),
        message.getFindingsList().stream()
            .map(
                finding ->
                    new Finding(
                        finding.getCard(), outcome(finding.getOutcome()), finding.getSeen()))
            .toList());
  }

  /** An outcome that a newer version knows is not known here to be a success. */
  private static Outcome outcome(BrokerOutcome outcome) {
    return switch (outcome) {
      case BROKER_OUTCOME_PASSED -> Outcome.PASSED;
      case BROKER_OUTCOME_FAILED -> Outcome.FAILED;
      case BROKER_OUTCOME_UNCLEAR, BROKER_OUTCOME_UNSPECIFIED, UNRECOGNIZED -> Outcome.UNCLEAR;
    };
  }
}
