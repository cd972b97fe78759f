package dev.arduinotrader.app.cli;

import dev.arduinotrader.portfolio.BooksFile;
import dev.arduinotrader.portfolio.BooksFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which format a person says that a file has.
 *
 * @param chosen null when the file itself shall tell
 */
record ImportFormat(@Nullable BooksFormat chosen) {
  static final ImportFormat AUTO = new ImportFormat(null);

  /** The format of a file with this text. */
  BooksFormat of(String text) {
    return chosen == null ? BooksFile.formatOf(text) : chosen;
  }

  /** Reads the name of a format, or auto. */
  static final class Converter implements ITypeConverter<ImportFormat> {
    @Override
    public ImportFormat convert(String value) {
      String name = value.toLowerCase(Locale.ROOT);
      if (name.equals("auto")) {
        return AUTO;
      }
      for (BooksFormat format :
          new BooksFormat[] {
            BooksFormat.BUNDLE,
            BooksFormat.CSV,
            BooksFormat.PORTFOLIO_PERFORMANCE,
            BooksFormat.GHOSTFOLIO
          }) {
        if (format.toString().equals(name)) {
          return new ImportFormat(format);
        }
      }
      throw new TypeConversionException(
          "expected auto, bundle, csv, portfolio-performance or ghostfolio, found " + value);
    }
  }
}
