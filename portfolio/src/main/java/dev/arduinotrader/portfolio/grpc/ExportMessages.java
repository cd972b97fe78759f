package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.portfolio.ExportBooksRequest;
import dev.arduinotrader.contracts.portfolio.ExportBooksResponse;
import dev.arduinotrader.contracts.portfolio.ListPoliciesRequest;
import dev.arduinotrader.contracts.portfolio.ListPoliciesResponse;
import dev.arduinotrader.portfolio.BooksPage;
import dev.arduinotrader.portfolio.BooksQuery;
import dev.arduinotrader.portfolio.PolicyQuery;
import dev.arduinotrader.portfolio.PolicyVersions;

/** The facts of the books and the versions of the policy on the wire, both ways. */
final class ExportMessages {
  private ExportMessages() {}

  static ExportBooksRequest toProto(BooksQuery query) {
    return ExportBooksRequest.newBuilder().setSkip(query.skip()).setLimit(query.limit()).build();
  }

  static BooksQuery fromProto(ExportBooksRequest message) {
    return new BooksQuery(message.getSkip(), message.getLimit());
  }

  static ExportBooksResponse toProto(BooksPage page) {
    return ExportBooksResponse.newBuilder()
        .addAllMovements(page.movements().stream().map(MovementMessages::toProto).toList())
        .setTotal(page.total())
        .build();
  }

  static BooksPage fromProto(ExportBooksResponse message) {
    return new BooksPage(
        WireValues.each("movements", message.getMovementsList(), MovementMessages::fromProto),
        message.getTotal());
  }

  static ListPoliciesRequest toProto(PolicyQuery query) {
    return ListPoliciesRequest.newBuilder()
        .setBeforeVersion(query.beforeVersion())
        .setLimit(query.limit())
        .build();
  }

  static PolicyQuery fromProto(ListPoliciesRequest message) {
    return new PolicyQuery(message.getBeforeVersion(), message.getLimit());
  }

  static ListPoliciesResponse toProto(PolicyVersions versions) {
    return ListPoliciesResponse.newBuilder()
        .addAllPolicies(versions.policies().stream().map(PolicyMessages::toProto).toList())
        .build();
  }

  static PolicyVersions fromProto(ListPoliciesResponse message) {
    return new PolicyVersions(
        WireValues.each("policies", message.getPoliciesList(), PolicyMessages::fromProto));
  }
}
