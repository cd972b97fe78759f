package dev.arduinotrader.trading.broker.faults;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.BrokerExecution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a broker told of each account, so that it can be told again, late or otherwise. */
final class ToldNews {
  /** So many executions are remembered for being told again. */
  private static final int EXECUTIONS_MAX = 200;

  private final Map<AccountId, AccountStatement> last = new HashMap<>();
  private final Map<AccountId, List<BrokerExecution>> executions = new HashMap<>();

  synchronized AccountStatement remember(AccountId account, AccountStatement statement) {
    last.put(account, statement);
    List<BrokerExecution> all = executions.computeIfAbsent(account, key -> new ArrayList<>());
    statement.executions().stream().filter(e -> !all.contains(e)).forEach(all::add);
    while (all.size() > EXECUTIONS_MAX) {
      all.removeFirst();
    }
    return statement;
  }

  /** As if nothing had happened since the last statement, when that is what is asked for. */
  synchronized Optional<AccountStatement> asBefore(CallContext context, String sinceCursor) {
    return Optional.ofNullable(last.get(context.account()))
        .filter(statement -> statement.cursor().equals(sinceCursor))
        .map(
            statement ->
                new AccountStatement(
                    context.decisionTime(),
                    sinceCursor,
                    List.of(),
                    List.of(),
                    List.of(),
                    statement.cash(),
                    statement.holdings()));
  }

  /** The same news with all that is remembered of earlier before it. */
  synchronized AccountStatement again(AccountId account, AccountStatement news) {
    List<BrokerExecution> all = new ArrayList<>(executions.getOrDefault(account, List.of()));
    all.addAll(news.executions());
    return with(news, all);
  }

  static AccountStatement backwards(AccountStatement news) {
    return with(news, news.executions().reversed());
  }

  private static AccountStatement with(AccountStatement news, List<BrokerExecution> executions) {
    return new AccountStatement(
        news.at(),
        news.cursor(),
        executions,
        news.movements(),
        news.orders(),
        news.cash(),
        news.holdings());
  }
}
