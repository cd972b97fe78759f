package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.at;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.exchange.bundle.BooksBundle;
import dev.arduinotrader.portfolio.exchange.bundle.BundleReader;
import dev.arduinotrader.portfolio.model.Policies;
import dev.arduinotrader.testkit.Contexts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The facts of the books and the versions of the policy; the same however reached. */
abstract class ExportContract extends PortfolioFixture {
  @Override
  String broker() {
    return BooksFile.BROKER;
  }

  @Test
  void factsComeInTheOrderOfTheLedgerAPageAtATimeWhateverIsBookedMeanwhile() {
    book(
        deposit(1, "1000", "EUR"),
        deposit(2, "3000", "USD"),
        buy(3, APPLE, "2", "175", "USD", "1"));
    BooksPage first = service.exportBooks(NOW, new BooksQuery(0, 2)).orElseThrow();
    book(
        new BrokerMovement.CashFlow(
            4, "late", at(0), CashFlowKind.DEPOSIT, money("1", "EUR"), "from before"));
    BooksPage second = service.exportBooks(NOW, new BooksQuery(2, 1)).orElseThrow();
    assertThat(first.total()).isEqualTo(3);
    assertThat(second.total()).isEqualTo(4);
    assertThat(first.movements())
        .extracting(BrokerMovement::sourceId)
        .containsExactly(
            deposit(1, "1000", "EUR").sourceId(), deposit(2, "3000", "USD").sourceId());
    assertThat(second.movements())
        .extracting(BrokerMovement::sourceId)
        .containsExactly(buy(3, APPLE, "2", "175", "USD", "1").sourceId());
    assertThat(service.exportBooks(NOW, new BooksQuery(4, 2)).orElseThrow().movements()).isEmpty();
  }

  @Test
  void whatWasExportedImportsIntoAnotherAccountAndExportsAlike() {
    book(
        deposit(1, "1000", "EUR"),
        deposit(2, "3000", "USD"),
        buy(3, APPLE, "2", "175", "USD", "1"));
    Account account =
        service.listAccounts(Contexts.shared(DECISION)).orElseThrow().accounts().getFirst();
    BooksPage all = service.exportBooks(NOW, new BooksQuery(0, 10)).orElseThrow();
    String text = new BooksBundle(account, all.movements()).text();
    service.createAccount(NOW, opening("open-2", "copy", "EUR")).orElseThrow();
    CallContext copy = NOW.withAccount(AccountId.of("copy"));
    List<BrokerMovement> read = BundleReader.read(text).orElseThrow().movements();
    assertThat(
            service.recordMovements(
                copy, new RecordMovements(CommandId.of("import-1"), read, false)))
        .isEqualTo(Result.success(new RecordReceipt(3, 0)));
    BooksPage again = service.exportBooks(copy, new BooksQuery(0, 10)).orElseThrow();
    assertThat(new BooksBundle(account, again.movements()).text()).isEqualTo(text);
  }

  @Test
  void everyVersionOfThePolicyIsKept() {
    PolicyVersion first = service.getPolicy(NOW).orElseThrow();
    service
        .updatePolicy(NOW, new UpdatePolicy(CommandId.of("p-2"), 1, Policies.withWishes()))
        .orElseThrow();
    assertThat(service.listPolicies(NOW, new PolicyQuery(0, 10)).orElseThrow().policies())
        .extracting(PolicyVersion::version)
        .containsExactly(2L, 1L);
    assertThat(service.listPolicies(NOW, new PolicyQuery(2, 10)).orElseThrow().policies())
        .containsExactly(first);
  }

  @Test
  void pagesThatAreNoneAreRefused() {
    assertThat(service.exportBooks(NOW, new BooksQuery(-1, 0)).problemOrThrow().faults())
        .extracting(Fault::place)
        .containsExactly("limit", "skip");
    assertThat(service.listPolicies(NOW, new PolicyQuery(-1, 101)).problemOrThrow().faults())
        .extracting(Fault::place)
        .containsExactly("limit", "beforeVersion");
  }
}
