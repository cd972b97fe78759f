package dev.arduinotrader.platform.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.platform.call.ProcessFacts;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
  private static final Instant AT = Instant.parse("2026-01-30T10:00:00.123456Z");

  @Test
  void bringsMoneyPricesAndRatesBackAsTheyWere() {
    Money money = Money.of(new BigDecimal("-12.50"), Currency.of("EUR"));
    Price price = Price.of("1234.5678", QuoteUnit.of("GBX"));
    FxRate rate =
        new FxRate(Currency.of("EUR"), Currency.of("USD"), new BigDecimal("1.0825"), AT, "ecb");

    assertThat(CommonMessages.money(CommonMessages.toProto(money))).isEqualTo(money);
    assertThat(CommonMessages.price(CommonMessages.toProto(price))).isEqualTo(price);
    assertThat(CommonMessages.fxRate(CommonMessages.toProto(rate))).isEqualTo(rate);
  }

  @Test
  void bringsInstantsBackToTheMicrosecondBeforeAndAfterTheEpoch() {
    for (Instant instant : List.of(AT, Instant.parse("1969-12-31T23:59:59.999999Z"))) {
      assertThat(CommonMessages.instant(CommonMessages.toProto(instant))).isEqualTo(instant);
      assertThat(CommonMessages.fromMicros(CommonMessages.toMicros(instant))).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void bringsSidesBack(Side side) {
    assertThat(CommonMessages.side(CommonMessages.toProto(side))).isEqualTo(side);
  }

  @ParameterizedTest
  @EnumSource(PriceBasis.class)
  void bringsBasesBack(PriceBasis basis) {
    assertThat(CommonMessages.basis(CommonMessages.toProto(basis))).isEqualTo(basis);
  }

  @Test
  void refusesAnUnspecifiedSide() {
    assertThatThrownBy(
            () -> CommonMessages.side(dev.arduinotrader.contracts.common.Side.SIDE_UNSPECIFIED))
        .hasMessageContaining("expected SIDE_BUY or SIDE_SELL");
  }

  @Test
  void bringsHealthAndEventsBack() {
    ServiceHealth health =
        new ServiceHealth(
            false,
            "1.2.3",
            "unhealthy",
            "system",
            List.of(new ServiceHealth.Check("disk", false, "full", true)));
    ServiceEvent event =
        new ServiceEvent(7, AccountId.of("paper-1"), AT, "ORDER_FILLED", "Bought", "{}");

    ServiceHealth signed =
        health.from(new ProcessFacts("i-1", AT, 3, ContractHash.current(), List.of("look here")));

    assertThat(CommonMessages.health(CommonMessages.toProto(health))).isEqualTo(health);
    assertThat(CommonMessages.health(CommonMessages.toProto(signed))).isEqualTo(signed);
    assertThat(ContractHash.current()).matches("[0-9a-f]{64}");
    assertThat(CommonMessages.event(CommonMessages.toProto(event).getEvent())).isEqualTo(event);
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void bringsEveryKindOfProblemBack(FailureKind kind) {
    Problem problem =
        new Problem(kind, "BOOKS_BEHIND", "ä\nMaybe wait.", List.of(new Fault("a", "wrong")));
    StatusException status = Problems.toStatus(problem);

    assertThat(Problems.fromStatus(status.getStatus(), status.getTrailers())).isEqualTo(problem);
  }

  @Test
  void shortensAProblemThatReceiversWouldNotTake() {
    List<Fault> faults =
        IntStream.range(0, 500)
            .mapToObj(i -> new Fault("row " + i, "expected a price, found nothing"))
            .toList();

    StatusException status = Problems.toStatus(Problem.invalid(faults));
    Problem received = Problems.fromStatus(status.getStatus(), status.getTrailers());

    int bytes = 0;
    for (byte[] part :
        io.grpc.InternalMetadata.serialize(Objects.requireNonNull(status.getTrailers()))) {
      bytes += part.length * 4 / 3;
    }
    assertThat(bytes).isLessThan(6_000);
    assertThat(Objects.requireNonNull(status.getStatus().getDescription())).hasSize(500);
    assertThat(received.message()).hasSize(1_500).endsWith("...");
    assertThat(received.faults().getFirst()).isEqualTo(faults.getFirst());
    int kept = received.faults().size() - 1;
    assertThat(received.faults().getLast().message()).isEqualTo("and " + (500 - kept) + " more");
  }

  @Test
  void explainsAFailureThatNoServiceStated() {
    Status unreachable =
        Status.UNAVAILABLE
            .withDescription("io exception\nChannel Pipeline: [many, names]")
            .withCause(new java.net.ConnectException("Connection refused: /127.0.0.1:50051"));

    assertThat(Problems.fromStatus(unreachable, new Metadata()))
        .isEqualTo(
            CommonReason.UNAVAILABLE.problem("io exception: Connection refused: /127.0.0.1:50051"));
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    FieldReader fields = new FieldReader();
    fields.isin("isin", "US0378331006");
    fields.decimal("price", "1e999999999");
    fields.date("day", "tomorrow");
    fields.text("note", " ");

    assertThatThrownBy(() -> fields.build(() -> "never"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problem().faults())
                    .extracting(Fault::place)
                    .containsExactly("isin", "price", "day", "note"));
  }

  @Test
  void refusesFieldsThatDoNotFitTogether() {
    assertThatThrownBy(
            () ->
                new FieldReader()
                    .build(
                        () -> {
                          throw new IllegalArgumentException("from after to");
                        }))
        .hasMessageContaining("request: from after to");
  }
}
