package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All securities with their facts, as they are stored, in memory. */
final class Catalog {
  private final List<SecurityDetails> details;
  private final List<Security> active;
  private final Map<String, SecurityDetails> byIsinOrAlias = new HashMap<>();

  /**
   * @param sheets in the order of their ISIN
   */
  Catalog(List<SecuritySheet> sheets) {
    details = sheets.stream().map(SecuritySheet::details).toList();
    active =
        details.stream()
            .filter(each -> each.removal() == null)
            .map(SecurityDetails::security)
            .toList();
    for (SecurityDetails each : details) {
      each.aliases().forEach(alias -> byIsinOrAlias.put(alias.text(), each));
    }
    for (SecurityDetails each : details) {
      byIsinOrAlias.put(each.security().isin().value(), each);
    }
  }

  /** In the order of ISIN, the removed ones included. */
  List<SecurityDetails> details() {
    return details;
  }

  /** In the order of ISIN, without the removed ones. */
  List<Security> active() {
    return active;
  }

  /** The security of this ISIN, or the one that it stood for before. */
  Optional<SecurityDetails> find(Isin isin) {
    return Optional.ofNullable(byIsinOrAlias.get(isin.value()));
  }
}
