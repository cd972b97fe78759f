package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.SecurityField;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** Facts of securities as they are typed. */
final class FactArguments {
  private FactArguments() {}

  /** FIELD=VALUE each; a field given twice is refused. */
  static SortedMap<SecurityField, String> facts(List<String> assignments) {
    SortedMap<SecurityField, String> facts = new TreeMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new TypeConversionException(
            "expected FIELD=VALUE such as country=Netherlands, found '" + assignment + "'");
      }
      SecurityField field = field(assignment.substring(0, equals));
      if (facts.put(field, assignment.substring(equals + 1)) != null) {
        throw new TypeConversionException("expected " + field + " once, found it twice");
      }
    }
    return facts;
  }

  static List<SecurityField> fields(List<String> names) {
    List<SecurityField> fields = new ArrayList<>();
    names.forEach(name -> fields.add(field(name)));
    return fields;
  }

  private static SecurityField field(String name) {
    try {
      return SecurityField.of(name);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  static @Nullable Isin isin(@Nullable String text) {
    try {
      return text == null ? null : Isin.of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
