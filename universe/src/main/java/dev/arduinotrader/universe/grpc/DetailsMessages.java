package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.universe.Removal;
import dev.arduinotrader.universe.SecurityAlias;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.SecurityFact;
import dev.arduinotrader.universe.SecurityField;
import java.time.Instant;
import java.util.List;

/** A security with all its facts, both ways. */
final class DetailsMessages {
  private DetailsMessages() {}

  static dev.arduinotrader.contracts.universe.SecurityDetails toProto(SecurityDetails details) {
    var message =
        dev.arduinotrader.contracts.universe.SecurityDetails.newBuilder()
            .setSecurity(SecurityMessages.toProto(details.security()));
    details.facts().forEach(fact -> message.addFacts(toProto(fact)));
    for (SecurityAlias alias : details.aliases()) {
      message.addAliases(
          dev.arduinotrader.contracts.universe.SecurityAlias.newBuilder()
              .setText(alias.text())
              .setStatedBy(alias.statedBy())
              .setStatedAt(CommonMessages.toProto(alias.statedAt())));
    }
    Removal removal = details.removal();
    if (removal != null) {
      message.setRemoval(
          dev.arduinotrader.contracts.universe.Removal.newBuilder()
              .setAt(CommonMessages.toProto(removal.at()))
              .setActor(removal.actor())
              .setReason(removal.reason()));
    }
    return message.build();
  }

  private static dev.arduinotrader.contracts.universe.SecurityFact toProto(SecurityFact fact) {
    var message =
        dev.arduinotrader.contracts.universe.SecurityFact.newBuilder()
            .setField(fact.field().name())
            .setStatedBy(fact.statedBy())
            .setByHand(fact.byHand());
    String value = fact.value();
    Instant at = fact.statedAt();
    String sourceValue = fact.sourceValue();
    if (value != null) {
      message.setValue(value);
    }
    if (at != null) {
      message.setStatedAt(CommonMessages.toProto(at));
    }
    if (sourceValue != null) {
      message.setSourceValue(sourceValue);
    }
    return message.build();
  }

  static SecurityDetails details(dev.arduinotrader.contracts.universe.SecurityDetails message) {
    List<SecurityFact> facts = message.getFactsList().stream().map(DetailsMessages::fact).toList();
    List<SecurityAlias> aliases =
        message.getAliasesList().stream()
            .map(
                alias ->
                    new SecurityAlias(
                        alias.getText(),
                        alias.getStatedBy(),
                        CommonMessages.instant(alias.getStatedAt())))
            .toList();
    Removal removal =
        message.hasRemoval()
            ? new Removal(
                CommonMessages.instant(message.getRemoval().getAt()),
                message.getRemoval().getActor(),
                message.getRemoval().getReason())
            : null;
    return new SecurityDetails(
        SecurityMessages.security(message.getSecurity()), facts, aliases, removal);
  }

  private static SecurityFact fact(dev.arduinotrader.contracts.universe.SecurityFact fact) {
    return new SecurityFact(
        SecurityField.of(fact.getField()),
        fact.hasValue() ? fact.getValue() : null,
        fact.getStatedBy(),
        fact.hasStatedAt() ? CommonMessages.instant(fact.getStatedAt()) : null,
        fact.getByHand(),
        fact.hasSourceValue() ? fact.getSourceValue() : null);
  }
}
