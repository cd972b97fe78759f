package dev.arduinotrader.universe.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.calendars.Venues;
import dev.arduinotrader.universe.model.validation.Sessions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportPlanTest {
  private final FileFaults faults = new FileFaults();
  private final SecuritiesFile securities =
      SecuritiesFile.read(
          new FileText(
              "securities.csv",
              """
              symbol,isin,name,country,industry,exchange,currency,quote_unit,lot
              AAPL,US0378331005,Apple,,,XNAS,USD,USD,1
              """),
          Venues::code,
          faults);

  private record Planned(ImportPlan.Builder builder, @Nullable SecuritiesFile known) {
    void add(FileText file) {
      builder.add(file, known);
    }

    Result<ImportPlan> build() {
      return builder.build();
    }
  }

  private Planned plan(boolean folder, @Nullable SecuritiesFile known) {
    return new Planned(
        new ImportPlan.Builder(folder, false, mic -> Sessions.unknown(), faults), known);
  }

  @Test
  void leavesAForeignFileOfAFolderOutAndSaysWhy() {
    Planned plan = plan(true, securities);
    plan.add(new FileText("prices.csv", "date,AAPL\n2026-01-02,1\n"));
    plan.add(new FileText("spy.csv", "date,SPY\n2026-01-02,1\n"));
    plan.add(new FileText("notes.csv", "a,b\n1,2\n"));
    ImportPlan built = plan.build().orElseThrow();
    assertThat(built.files()).hasSize(1);
    assertThat(built.skipped())
        .extracting(skipped -> skipped.file())
        .containsExactly("spy.csv", "notes.csv");
    assertThat(built.skipped().getFirst().reason()).contains("securities.csv").contains("SPY");
  }

  @Test
  void refusesAForeignFileThatWasNamedItself() {
    Planned plan = plan(false, securities);
    plan.add(new FileText("spy.csv", "date,SPY\n2026-01-02,1\n"));
    assertThat(plan.build().problemOrThrow().faults())
        .extracting(Fault::place)
        .containsExactly("spy.csv");
  }

  @Test
  void refusesASingleColumnWithoutFacts() {
    Planned plan = plan(true, securities);
    plan.add(new FileText("prices.csv", "date,AAPL,SPY\n2026-01-02,1,1\n"));
    assertThat(plan.build().problemOrThrow().message())
        .contains("column SPY")
        .contains("securities.csv");
  }

  @Test
  void asksForTheFactsWhenTheyAreNotThere() {
    Planned plan = plan(true, null);
    plan.add(new FileText("msft.csv", "date,open,high,low,close\n2026-01-02,1,1,1,1\n"));
    assertThat(plan.build().problemOrThrow().message())
        .contains("expected securities.csv beside it");
  }

  @Test
  void findsTheSymbolOfAnOhlcvFileInItsName() {
    Planned plan = plan(false, securities);
    plan.add(new FileText("aapl.csv", "date,open,high,low,close\n2026-01-02,1,1,1,1\n"));
    assertThat(
            plan.build()
                .orElseThrow()
                .files()
                .getFirst()
                .securities()
                .getFirst()
                .row()
                .security()
                .symbol())
        .isEqualTo("AAPL");
  }

  @Test
  void refusesAnEmptyFolderAndUnknownCurrencies() {
    assertThat(plan(true, null).build().isSuccess()).isFalse();
    Planned plan = plan(false, null);
    plan.add(new FileText("eurofxref.csv", "Date,USX\n2026-01-02,1\n"));
    assertThat(plan.build().problemOrThrow().message()).contains("USX");
  }
}
