package dev.arduinotrader.portfolio.grpc;

import static java.util.Objects.requireNonNull;

import dev.arduinotrader.contracts.portfolio.CreateAccountRequest;
import dev.arduinotrader.contracts.portfolio.GetCashBalanceResponse;
import dev.arduinotrader.contracts.portfolio.GetPositionsResponse;
import dev.arduinotrader.contracts.portfolio.GetSummaryResponse;
import dev.arduinotrader.contracts.portfolio.ListAccountsResponse;
import dev.arduinotrader.contracts.portfolio.UpdatePolicyRequest;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.Accounts;
import dev.arduinotrader.portfolio.CashBalances;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.Positions;
import dev.arduinotrader.portfolio.Summary;
import dev.arduinotrader.portfolio.UpdatePolicy;

/** The portfolio's requests and answers on the wire, both ways. */
public final class PortfolioMessages {
  private PortfolioMessages() {}

  static CreateAccountRequest toProto(CreateAccount command) {
    return CreateAccountRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setAccountId(command.accountId().value())
        .setBaseCurrency(command.baseCurrency().code())
        .setBroker(command.broker())
        .setEnvironment(toProto(command.environment()))
        .build();
  }

  static CreateAccount fromProto(CreateAccountRequest message) {
    FieldReader fields = new FieldReader();
    CommandId commandId = fields.command("command_id", message.getCommandId());
    AccountId accountId = fields.account("account_id", message.getAccountId());
    Currency base = fields.currency("base_currency", message.getBaseCurrency());
    Environment environment = fields.read("environment", () -> fromProto(message.getEnvironment()));
    return fields.build(
        () ->
            new CreateAccount(
                requireNonNull(commandId),
                requireNonNull(accountId),
                requireNonNull(base),
                message.getBroker(),
                requireNonNull(environment)));
  }

  static dev.arduinotrader.contracts.portfolio.Account toProto(Account account) {
    return dev.arduinotrader.contracts.portfolio.Account.newBuilder()
        .setAccountId(account.accountId().value())
        .setBaseCurrency(account.baseCurrency().code())
        .setBroker(account.broker())
        .setEnvironment(toProto(account.environment()))
        .setOpenedAt(CommonMessages.toProto(account.openedAt()))
        .build();
  }

  static Account fromProto(dev.arduinotrader.contracts.portfolio.Account message) {
    return new Account(
        AccountId.of(message.getAccountId()),
        Currency.of(message.getBaseCurrency()),
        message.getBroker(),
        fromProto(message.getEnvironment()),
        WireValues.instant("opened_at", message.hasOpenedAt(), message.getOpenedAt()));
  }

  private static dev.arduinotrader.contracts.portfolio.Environment toProto(
      Environment environment) {
    return switch (environment) {
      case PAPER -> dev.arduinotrader.contracts.portfolio.Environment.ENVIRONMENT_PAPER;
      case LIVE -> dev.arduinotrader.contracts.portfolio.Environment.ENVIRONMENT_LIVE;
    };
  }

  private static Environment fromProto(
      dev.arduinotrader.contracts.portfolio.Environment environment) {
    return switch (environment) {
      case ENVIRONMENT_PAPER -> Environment.PAPER;
      case ENVIRONMENT_LIVE -> Environment.LIVE;
      case ENVIRONMENT_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException(
              "expected ENVIRONMENT_PAPER or ENVIRONMENT_LIVE, found " + environment);
    };
  }

  static ListAccountsResponse toProto(Accounts accounts) {
    return ListAccountsResponse.newBuilder()
        .addAllAccounts(accounts.accounts().stream().map(PortfolioMessages::toProto).toList())
        .build();
  }

  static Accounts fromProto(ListAccountsResponse message) {
    return new Accounts(
        WireValues.each("accounts", message.getAccountsList(), PortfolioMessages::fromProto));
  }

  static GetPositionsResponse toProto(Positions positions) {
    return GetPositionsResponse.newBuilder()
        .addAllHoldings(positions.positions().stream().map(HoldingMessages::toProto).toList())
        .build();
  }

  static Positions fromProto(GetPositionsResponse message) {
    return new Positions(
        WireValues.each("holdings", message.getHoldingsList(), HoldingMessages::fromProto));
  }

  static Isin isin(String text) {
    FieldReader fields = new FieldReader();
    Isin isin = fields.isin("isin", text);
    return fields.build(() -> requireNonNull(isin));
  }

  /** What a caller says that trading has under way. */
  static OpenExposure exposure(dev.arduinotrader.contracts.portfolio.OpenExposure message) {
    FieldReader fields = new FieldReader();
    OpenExposure exposure = fields.read("exposure", () -> ExposureMessages.fromProto(message));
    return fields.build(() -> requireNonNull(exposure));
  }

  static GetCashBalanceResponse toProto(CashBalances balances) {
    return GetCashBalanceResponse.newBuilder()
        .addAllBalances(balances.balances().stream().map(HoldingMessages::toProto).toList())
        .build();
  }

  static CashBalances fromProto(GetCashBalanceResponse message) {
    return new CashBalances(
        WireValues.each("balances", message.getBalancesList(), HoldingMessages::fromProto));
  }

  public static GetSummaryResponse toProto(Summary summary) {
    GetSummaryResponse.Builder message =
        GetSummaryResponse.newBuilder()
            .setAccount(toProto(summary.account()))
            .setDecisionTime(CommonMessages.toProto(summary.decisionTime()))
            .addAllBalances(summary.balances().stream().map(HoldingMessages::toProto).toList())
            .addAllHoldings(summary.positions().stream().map(HoldingMessages::toProto).toList())
            .addAllRates(summary.rates().stream().map(CommonMessages::toProto).toList())
            .addAllUnknown(summary.unknown())
            .addAllOpenOrders(
                summary.openOrders().stream().map(ExposureMessages::toProto).toList());
    Money cash = summary.cash();
    if (cash != null) {
      message.setCash(CommonMessages.toProto(cash));
    }
    Money holdings = summary.holdings();
    if (holdings != null) {
      message.setHoldingsValue(CommonMessages.toProto(holdings));
    }
    Money total = summary.total();
    if (total != null) {
      message.setTotal(CommonMessages.toProto(total));
    }
    Money deposited = summary.deposited();
    if (deposited != null) {
      message.setDeposited(CommonMessages.toProto(deposited));
    }
    return message.build();
  }

  public static Summary fromProto(GetSummaryResponse message) {
    Account account = fromProto(message.getAccount());
    return new Summary(
        account,
        account.baseCurrency(),
        WireValues.instant("decision_time", message.hasDecisionTime(), message.getDecisionTime()),
        WireValues.optionalMoney("cash", message.hasCash(), message.getCash()),
        WireValues.optionalMoney(
            "holdings_value", message.hasHoldingsValue(), message.getHoldingsValue()),
        WireValues.optionalMoney("total", message.hasTotal(), message.getTotal()),
        WireValues.optionalMoney("deposited", message.hasDeposited(), message.getDeposited()),
        WireValues.each("balances", message.getBalancesList(), HoldingMessages::fromProto),
        WireValues.each("holdings", message.getHoldingsList(), HoldingMessages::fromProto),
        WireValues.each("rates", message.getRatesList(), CommonMessages::fxRate),
        message.getUnknownList(),
        WireValues.each("open_orders", message.getOpenOrdersList(), ExposureMessages::fromProto));
  }

  static UpdatePolicyRequest toProto(UpdatePolicy command) {
    return UpdatePolicyRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setBasedOnVersion(command.basedOnVersion())
        .setPolicy(PolicyMessages.toProto(command.policy()))
        .build();
  }

  static UpdatePolicy fromProto(UpdatePolicyRequest message) {
    FieldReader fields = new FieldReader();
    CommandId commandId = fields.command("command_id", message.getCommandId());
    InvestmentPolicy policy =
        message.hasPolicy()
            ? fields.read("policy", () -> PolicyMessages.fromProto(message.getPolicy()))
            : null;
    if (!message.hasPolicy()) {
      fields.fault("policy", "expected a whole policy, found none");
    }
    return fields.build(
        () ->
            new UpdatePolicy(
                requireNonNull(commandId), message.getBasedOnVersion(), requireNonNull(policy)));
  }
}
