package dev.arduinotrader.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What buf does not check in the contracts. */
class ContractsTest {
  private static final Pattern RPC =
      Pattern.compile(
          "(?<comment>(?:^ *//[^\\n"
              + "]*\\n"
              + ")*)^ *rpc (?<name>\\w+)\\s*\\((?:stream )?(?<request>[\\w.]+)\\)"
              + "\\s*returns\\s*\\([^)]*\\)\\s*(?<options>\\{[^}]*\\}|;)",
          Pattern.MULTILINE);
  private static final Pattern MESSAGE =
      Pattern.compile(
          "^message (?<name>\\w+) \\{(?<body>.*?)^\\}", Pattern.MULTILINE | Pattern.DOTALL);

  private final List<Path> protos =
      Repository.files(Repository.root().resolve("contracts/src/main/protobuf"), ".proto");

  @Test
  void findsTheContracts() {
    assertThat(protos).isNotEmpty();
  }

  @Test
  void everyRpcSaysWhetherItMayBeRepeated() {
    List<String> findings = new ArrayList<>();
    for (Path proto : protos) {
      for (MatchResult rpc : rpcs(proto)) {
        boolean declared = rpc.group("options").contains("idempotency_level");
        boolean explained = rpc.group("comment").toLowerCase(Locale.ROOT).contains("idempoten");
        if (!declared && !explained) {
          findings.add(
              place(proto)
                  + " "
                  + rpc.group("name")
                  + ": expected idempotency_level, or a comment that says why it is not"
                  + " idempotent");
        }
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void everyRequestThatChangesSomethingCarriesItsCommandId() {
    List<String> findings = new ArrayList<>();
    for (Path proto : protos) {
      for (MatchResult rpc : rpcs(proto)) {
        if (!rpc.group("options").contains("NO_SIDE_EFFECTS")
            && !rpc.group("comment").contains("needs no command_id")
            && !body(proto, rpc.group("request")).contains("string command_id =")) {
          findings.add(
              place(proto)
                  + " "
                  + rpc.group("request")
                  + ": expected string command_id, or a comment that says why it needs none,"
                  + " because "
                  + rpc.group("name")
                  + " has side effects");
        }
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void currenciesAreCodesAndNoEnum() {
    for (Path proto : protos) {
      assertThat(Repository.read(proto)).as(place(proto)).doesNotContainPattern("enum Currency\\b");
    }
  }

  @Test
  void messagesAreGeneratedIntoTheirOwnJavaPackage() {
    for (Path proto : protos) {
      String service = proto.getName(proto.getNameCount() - 2).toString();
      assertThat(Repository.read(proto))
          .as(place(proto))
          .contains("package arduino_trader." + service + ";")
          .contains("option java_multiple_files = true;")
          .contains("option java_package = \"dev.arduinotrader.contracts." + service + "\";");
    }
  }

  private List<MatchResult> rpcs(Path proto) {
    return RPC.matcher(Repository.read(proto)).results().toList();
  }

  /** A message may stand in another file of the same service. */
  private String body(Path proto, String message) {
    String name = message.substring(message.lastIndexOf('.') + 1);
    return protos.stream()
        .filter(each -> each.resolveSibling("").equals(proto.resolveSibling("")))
        .flatMap(each -> MESSAGE.matcher(Repository.read(each)).results())
        .filter(found -> found.group("name").equals(name))
        .map(found -> found.group("body"))
        .findFirst()
        .orElse("");
  }

  private static String place(Path proto) {
    return Repository.root().relativize(proto).toString();
  }
}
