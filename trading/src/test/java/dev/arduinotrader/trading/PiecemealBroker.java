package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A less comfortable broker than the paper broker beneath it: it executes whatever is more than one
 * share in two pieces, its statements say nothing of orders that are open, and it only echoes
 * client order ids: what arrives twice is done twice.
 */
final class PiecemealBroker implements Broker {
  private static final String AGAIN = "-again";

  private final Broker broker;
  private final Set<ClientOrderId> seen;

  /**
   * @param seen which orders arrived so far; a broker's memory outlives our process
   */
  PiecemealBroker(Broker broker, Set<ClientOrderId> seen) {
    this.broker = broker;
    this.seen = seen;
  }

  @Override
  public BrokerAbilities abilities() {
    return broker.abilities().with(BrokerAbilities.ClientIds.ECHOED, 2);
  }

  @Override
  public Optional<BrokerIdentity> identity(AccountId account) {
    return broker.identity(account);
  }

  @Override
  public SubmitReply submit(CallContext context, BrokerOrder order) {
    ClientOrderId id = order.clientOrderId();
    return seen.add(id)
        ? broker.submit(context, order)
        : broker.submit(
            context,
            new BrokerOrder(
                ClientOrderId.of(id.value() + AGAIN), order.reference(), order.terms()));
  }

  @Override
  public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
    return broker.findByClientOrderId(context, id);
  }

  @Override
  public CancelReply cancel(CallContext context, ClientOrderId id) {
    return broker.cancel(context, id);
  }

  @Override
  public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
    return broker.statement(context, sinceCursor).map(PiecemealBroker::inPieces);
  }

  private static AccountStatement inPieces(AccountStatement statement) {
    return new AccountStatement(
        statement.at(),
        statement.cursor(),
        statement.executions().stream().flatMap(PiecemealBroker::pieces).toList(),
        statement.movements(),
        lastWords(statement.orders()),
        statement.cash(),
        statement.holdings());
  }

  private static Stream<BrokerExecution> pieces(BrokerExecution execution) {
    return switch (execution) {
      case BrokerExecution.ExchangeExecution e ->
          Stream.of(
              new BrokerExecution.ExchangeExecution(
                  e.executionId(),
                  original(e.clientOrderId()),
                  e.at(),
                  e.sold(),
                  e.bought(),
                  e.commission()));
      case SecurityExecution e -> {
        Quantity one = Quantity.of(1);
        yield e.quantity().equals(one)
            ? Stream.of(piece(e, "", one, e.gross(), e.commission()))
            : halves(e, one);
      }
    };
  }

  private static Stream<BrokerExecution> halves(SecurityExecution e, Quantity one) {
    Money little = Money.zero(e.gross().currency());
    Money first = e.price().times(one);
    return Stream.of(
        piece(e, "/1", one, first, little),
        piece(e, "/2", e.quantity().minus(one), e.gross().minus(first), e.commission()));
  }

  private static SecurityExecution piece(
      SecurityExecution e, String part, Quantity quantity, Money gross, Money commission) {
    return new SecurityExecution(
        e.executionId() + part,
        original(e.clientOrderId()),
        e.at(),
        e.isin(),
        e.side(),
        quantity,
        e.price(),
        gross,
        commission);
  }

  /** One report for each order that has ended. */
  private static List<OrderReport> lastWords(List<OrderReport> reports) {
    Map<ClientOrderId, OrderReport> last = new HashMap<>();
    Set<ClientOrderId> inOrder = new HashSet<>();
    reports.forEach(report -> last.put(original(report.clientOrderId()), report));
    return reports.stream()
        .filter(report -> report.state() != BrokerOrderState.OPEN)
        .filter(report -> inOrder.add(original(report.clientOrderId())))
        .map(report -> last.getOrDefault(original(report.clientOrderId()), report))
        .map(
            report ->
                new OrderReport(
                    original(report.clientOrderId()),
                    report.brokerOrderId(),
                    report.state(),
                    report.reason(),
                    report.changedAt()))
        .toList();
  }

  private static ClientOrderId original(ClientOrderId id) {
    String text = id.value();
    return text.endsWith(AGAIN)
        ? ClientOrderId.of(text.substring(0, text.length() - AGAIN.length()))
        : id;
  }
}
