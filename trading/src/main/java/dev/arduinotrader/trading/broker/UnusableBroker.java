package dev.arduinotrader.trading.broker;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import java.util.Optional;
import java.util.Set;

/** Stands for a broker whose settings are wrong: sends nothing, knows nothing, and says why. */
public record UnusableBroker(String name, Problem problem) implements Broker, PaperCash {
  @Override
  public BrokerAbilities abilities() {
    return new BrokerAbilities(
        name,
        BrokerAbilities.ClientIds.NEITHER,
        BrokerAbilities.Fills.POLLED,
        Set.of(),
        Set.of(),
        false,
        1);
  }

  @Override
  public Optional<BrokerIdentity> identity(AccountId account) {
    return Optional.empty();
  }

  @Override
  public SubmitReply submit(CallContext context, BrokerOrder order) {
    return new SubmitReply.Rejected("not sent: " + problem);
  }

  @Override
  public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
    return new FindReply.Unclear(problem.toString());
  }

  @Override
  public CancelReply cancel(CallContext context, ClientOrderId id) {
    return new CancelReply.Unclear(problem.toString());
  }

  @Override
  public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
    return Result.failure(problem);
  }

  @Override
  public Result<Done> move(CallContext context, String movementId, Money amount) {
    return Result.failure(problem);
  }
}
