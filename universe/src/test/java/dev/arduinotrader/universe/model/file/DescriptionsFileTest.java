package dev.arduinotrader.universe.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.universe.SecurityField;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescriptionsFileTest {
  private static FileText file(String text) {
    return new FileText("companies.csv", text);
  }

  @Test
  void isATableOfSymbolsWithSomethingAboutThem() {
    assertThat(DescriptionsFile.isOne(file("Symbol,Security\nA,B\n"))).isTrue();
    assertThat(DescriptionsFile.isOne(file("ISIN,Country\n"))).isTrue();
    assertThat(DescriptionsFile.isOne(file("Symbol,CIK\n"))).isFalse();
    assertThat(DescriptionsFile.isOne(file("Date,Name\n"))).isFalse();
    assertThat(DescriptionsFile.isOne(file(""))).isFalse();
  }

  @Test
  void leavesBlanksAndUnknownColumnsOut() {
    FileFaults faults = new FileFaults();
    DescriptionsFile read =
        DescriptionsFile.read(
            file("Symbol,Name,Country,Founded\nMMM,\"3M, Inc.\",,1902\n"), faults);
    assertThat(faults.isEmpty()).isTrue();
    assertThat(read.rows()).hasSize(1);
    assertThat(read.rows().getFirst().key()).isEqualTo("MMM");
    assertThat(read.rows().getFirst().facts()).isEqualTo(Map.of(SecurityField.NAME, "3M, Inc."));
  }

  @Test
  void namesEveryRowThatCannotBeRead() {
    FileFaults faults = new FileFaults();
    DescriptionsFile.read(file("Symbol,Name\nA,B,C\n,B\nA,B\nA,B\n\"A,B\n"), faults);
    assertThat(faults.count()).isEqualTo(5);
    assertThat(faults.toProblem().message())
        .contains("companies.csv:2", "companies.csv:3", "companies.csv:5", "companies.csv:6");
  }
}
