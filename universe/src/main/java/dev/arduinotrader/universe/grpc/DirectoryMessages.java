package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.universe.AddByIdentifierRequest;
import dev.arduinotrader.contracts.universe.GetGroupsResponse;
import dev.arduinotrader.contracts.universe.GetSecurityDetailsRequest;
import dev.arduinotrader.contracts.universe.MatchKind;
import dev.arduinotrader.contracts.universe.RemoveSecurityRequest;
import dev.arduinotrader.contracts.universe.SearchSecuritiesRequest;
import dev.arduinotrader.contracts.universe.SearchSecuritiesResponse;
import dev.arduinotrader.contracts.universe.SecurityGroup;
import dev.arduinotrader.contracts.universe.UpdateSecurityRequest;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.universe.AddByIdentifier;
import dev.arduinotrader.universe.RemoveSecurity;
import dev.arduinotrader.universe.SearchRequest;
import dev.arduinotrader.universe.SecurityEdit;
import dev.arduinotrader.universe.SecurityField;
import dev.arduinotrader.universe.SecurityGroups;
import dev.arduinotrader.universe.SecurityMatch;
import dev.arduinotrader.universe.SecurityMatches;
import dev.arduinotrader.universe.UpdateSecurity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The messages of the directory's calls, both ways. */
final class DirectoryMessages {
  private static final int SEARCH_LIMIT = 20;

  private DirectoryMessages() {}

  static Isin isin(GetSecurityDetailsRequest message) {
    FieldReader fields = new FieldReader();
    fields.isin("isin", message.getIsin());
    return fields.build(() -> Isin.of(message.getIsin()));
  }

  static UpdateSecurityRequest toProto(UpdateSecurity command) {
    SecurityEdit edit = command.edit();
    Isin isin = edit.isin();
    return UpdateSecurityRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setIsin(command.isin().value())
        .putAllSet(texts(edit.set()))
        .addAllCleared(edit.cleared().stream().map(SecurityField::name).toList())
        .addAllReset(edit.reset().stream().map(SecurityField::name).toList())
        .addAllAliasesAdded(edit.aliasesAdded())
        .addAllAliasesRemoved(edit.aliasesRemoved())
        .setNewIsin(isin == null ? "" : isin.value())
        .setDryRun(command.dryRun())
        .build();
  }

  static UpdateSecurity update(UpdateSecurityRequest message) {
    FieldReader fields = new FieldReader();
    fields.command("command_id", message.getCommandId());
    fields.isin("isin", message.getIsin());
    SortedMap<SecurityField, String> set = facts("set", message.getSetMap(), fields);
    List<SecurityField> cleared = names("cleared", message.getClearedList(), fields);
    List<SecurityField> reset = names("reset", message.getResetList(), fields);
    Isin isin =
        message.getNewIsin().isEmpty() ? null : fields.isin("new_isin", message.getNewIsin());
    return fields.build(
        () ->
            new UpdateSecurity(
                CommandId.of(message.getCommandId()),
                Isin.of(message.getIsin()),
                new SecurityEdit(
                    set,
                    cleared,
                    reset,
                    message.getAliasesAddedList(),
                    message.getAliasesRemovedList(),
                    isin),
                message.getDryRun()));
  }

  private static Map<String, String> texts(Map<SecurityField, String> facts) {
    Map<String, String> texts = new TreeMap<>();
    facts.forEach((field, value) -> texts.put(field.name(), value));
    return texts;
  }

  private static SortedMap<SecurityField, String> facts(
      String place, Map<String, String> texts, FieldReader fields) {
    SortedMap<SecurityField, String> facts = new TreeMap<>();
    new TreeMap<>(texts)
        .forEach(
            (name, value) -> {
              SecurityField field = fields.read(place, () -> SecurityField.of(name));
              if (field != null) {
                facts.put(field, value);
              }
            });
    return facts;
  }

  private static List<SecurityField> names(String place, List<String> texts, FieldReader fields) {
    List<SecurityField> names = new ArrayList<>();
    for (String text : texts) {
      SecurityField field = fields.read(place, () -> SecurityField.of(text));
      if (field != null) {
        names.add(field);
      }
    }
    return names;
  }

  static RemoveSecurityRequest toProto(RemoveSecurity command) {
    return RemoveSecurityRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setIsin(command.isin().value())
        .setReason(command.reason())
        .setDryRun(command.dryRun())
        .build();
  }

  static RemoveSecurity removal(RemoveSecurityRequest message) {
    FieldReader fields = new FieldReader();
    fields.command("command_id", message.getCommandId());
    fields.isin("isin", message.getIsin());
    return fields.build(
        () ->
            new RemoveSecurity(
                CommandId.of(message.getCommandId()),
                Isin.of(message.getIsin()),
                message.getReason(),
                message.getDryRun()));
  }

  static AddByIdentifierRequest toProto(AddByIdentifier command) {
    return AddByIdentifierRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setIdentifier(command.identifier())
        .putAllFacts(texts(command.facts()))
        .setDryRun(command.dryRun())
        .build();
  }

  static AddByIdentifier addition(AddByIdentifierRequest message) {
    FieldReader fields = new FieldReader();
    fields.command("command_id", message.getCommandId());
    SortedMap<SecurityField, String> facts = facts("facts", message.getFactsMap(), fields);
    return fields.build(
        () ->
            new AddByIdentifier(
                CommandId.of(message.getCommandId()),
                message.getIdentifier(),
                facts,
                message.getDryRun()));
  }

  static SearchSecuritiesRequest toProto(SearchRequest request) {
    return SearchSecuritiesRequest.newBuilder()
        .setText(request.text())
        .setLimit(request.limit())
        .setIncludeRemoved(request.includeRemoved())
        .build();
  }

  static SearchRequest search(SearchSecuritiesRequest message) {
    return new SearchRequest(
        message.getText(),
        message.hasLimit() ? message.getLimit() : SEARCH_LIMIT,
        message.getIncludeRemoved());
  }

  static SearchSecuritiesResponse toProto(SecurityMatches matches) {
    SearchSecuritiesResponse.Builder message =
        SearchSecuritiesResponse.newBuilder().setTotal(matches.total());
    for (SecurityMatch match : matches.matches()) {
      message.addMatches(
          dev.arduinotrader.contracts.universe.SecurityMatch.newBuilder()
              .setSecurity(SecurityMessages.toProto(match.security()))
              .setMatched(match.matched())
              .setKind(kind(match.kind()))
              .setRemoved(match.removed()));
    }
    return message.build();
  }

  static SecurityMatches matches(SearchSecuritiesResponse message) {
    return new SecurityMatches(
        message.getMatchesList().stream()
            .map(
                match ->
                    new SecurityMatch(
                        SecurityMessages.security(match.getSecurity()),
                        match.getMatched(),
                        kind(match.getKind()),
                        match.getRemoved()))
            .toList(),
        message.getTotal());
  }

  private static MatchKind kind(SecurityMatch.Kind kind) {
    return switch (kind) {
      case EXACT -> MatchKind.MATCH_KIND_EXACT;
      case ALIAS -> MatchKind.MATCH_KIND_ALIAS;
      case SYMBOL_PREFIX -> MatchKind.MATCH_KIND_SYMBOL_PREFIX;
      case ISIN_PREFIX -> MatchKind.MATCH_KIND_ISIN_PREFIX;
      case NAME_PREFIX -> MatchKind.MATCH_KIND_NAME_PREFIX;
      case INSIDE -> MatchKind.MATCH_KIND_INSIDE;
      case SIMILAR -> MatchKind.MATCH_KIND_SIMILAR;
    };
  }

  private static SecurityMatch.Kind kind(MatchKind kind) {
    return switch (kind) {
      case MATCH_KIND_EXACT -> SecurityMatch.Kind.EXACT;
      case MATCH_KIND_ALIAS -> SecurityMatch.Kind.ALIAS;
      case MATCH_KIND_SYMBOL_PREFIX -> SecurityMatch.Kind.SYMBOL_PREFIX;
      case MATCH_KIND_ISIN_PREFIX -> SecurityMatch.Kind.ISIN_PREFIX;
      case MATCH_KIND_NAME_PREFIX -> SecurityMatch.Kind.NAME_PREFIX;
      case MATCH_KIND_INSIDE -> SecurityMatch.Kind.INSIDE;
      case MATCH_KIND_SIMILAR, MATCH_KIND_UNSPECIFIED, UNRECOGNIZED -> SecurityMatch.Kind.SIMILAR;
    };
  }

  static GetGroupsResponse toProto(SecurityGroups groups) {
    return GetGroupsResponse.newBuilder()
        .addAllCountries(messages(groups.countries()))
        .addAllIndustries(messages(groups.industries()))
        .build();
  }

  static SecurityGroups groups(GetGroupsResponse message) {
    return new SecurityGroups(
        groups(message.getCountriesList()), groups(message.getIndustriesList()));
  }

  private static List<SecurityGroup> messages(List<SecurityGroups.Group> groups) {
    return groups.stream()
        .map(
            group ->
                SecurityGroup.newBuilder()
                    .setName(group.name())
                    .setMembers(group.members())
                    .build())
        .toList();
  }

  private static List<SecurityGroups.Group> groups(List<SecurityGroup> messages) {
    return messages.stream()
        .map(message -> new SecurityGroups.Group(message.getName(), message.getMembers()))
        .toList();
  }
}
