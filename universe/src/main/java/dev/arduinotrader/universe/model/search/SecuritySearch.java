package dev.arduinotrader.universe.model.search;

import dev.arduinotrader.universe.SearchRequest;
import dev.arduinotrader.universe.SecurityAlias;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.SecurityFact;
import dev.arduinotrader.universe.SecurityMatch;
import dev.arduinotrader.universe.SecurityMatch.Kind;
import dev.arduinotrader.universe.SecurityMatches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds securities by ISIN, symbol, alias and name; the same question has the same answer. */
public final class SecuritySearch {
  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparing((Ranked ranked) -> ranked.match().kind())
          .thenComparingInt(Ranked::mistakes)
          .thenComparing(ranked -> ranked.match().removed())
          .thenComparingInt(ranked -> ranked.match().matched().length())
          .thenComparing(ranked -> ranked.match().security().isin());

  /** Shorter texts are inside nearly every name. */
  private static final int INSIDE_LENGTH_MIN = 3;

  private final String typed;
  private final String plain;
  private final List<String> words;

  private SecuritySearch(String text) {
    typed = text.strip().toUpperCase(Locale.ROOT);
    plain = Spelling.plain(text);
    words = Spelling.words(text);
  }

  private record Ranked(SecurityMatch match, int mistakes) {}

  /** The securities that fit, the best first. */
  public static SecurityMatches search(List<SecurityDetails> securities, SearchRequest request) {
    SecuritySearch search = new SecuritySearch(request.text());
    List<Ranked> found = new ArrayList<>();
    for (SecurityDetails details : securities) {
      if (request.includeRemoved() || details.removal() == null) {
        search.match(details).ifPresent(found::add);
      }
    }
    List<SecurityMatch> matches =
        found.stream().sorted(BEST_FIRST).limit(request.limit()).map(Ranked::match).toList();
    return new SecurityMatches(matches, found.size());
  }

  /** The securities that an identifier names wholly: by ISIN, symbol or alias; removed ones too. */
  public static List<SecurityDetails> named(List<SecurityDetails> securities, String identifier) {
    SecuritySearch search = new SecuritySearch(identifier);
    return securities.stream()
        .filter(
            details -> search.exact(details).isPresent() || alias(details, search::is).isPresent())
        .toList();
  }

  private Optional<Ranked> match(SecurityDetails details) {
    String isin = details.security().isin().value();
    String name = Spelling.plain(details.security().name());
    return ranked(details, Kind.EXACT, exact(details))
        .or(() -> ranked(details, Kind.ALIAS, alias(details, this::is)))
        .or(() -> ranked(details, Kind.SYMBOL_PREFIX, symbol(details, this::begins)))
        .or(() -> ranked(details, Kind.ISIN_PREFIX, Optional.of(isin).filter(this::begins)))
        .or(() -> ranked(details, Kind.NAME_PREFIX, name(details, beginsAllWords(name))))
        .or(() -> ranked(details, Kind.INSIDE, name(details, isInside(name))))
        .or(() -> ranked(details, Kind.INSIDE, alias(details, a -> isInside(Spelling.plain(a)))))
        .or(() -> similar(details));
  }

  private static Optional<Ranked> ranked(
      SecurityDetails details, Kind kind, Optional<String> matched) {
    return matched.map(text -> ranked(details, kind, text, 0));
  }

  private static Ranked ranked(SecurityDetails details, Kind kind, String matched, int mistakes) {
    boolean removed = details.removal() != null;
    return new Ranked(new SecurityMatch(details.security(), matched, kind, removed), mistakes);
  }

  private boolean is(String text) {
    return text.toUpperCase(Locale.ROOT).equals(typed);
  }

  private boolean begins(String text) {
    return !typed.isEmpty() && text.toUpperCase(Locale.ROOT).startsWith(typed);
  }

  private boolean isInside(String plainText) {
    return plain.length() >= INSIDE_LENGTH_MIN && plainText.contains(plain);
  }

  private boolean beginsAllWords(String plainName) {
    List<String> nameWords = List.of(plainName.split(" "));
    return !words.isEmpty()
        && words.stream()
            .allMatch(word -> nameWords.stream().anyMatch(other -> other.startsWith(word)));
  }

  private Optional<String> exact(SecurityDetails details) {
    String isin = details.security().isin().value();
    return is(isin) ? Optional.of(isin) : symbol(details, this::is);
  }

  private static Optional<String> name(SecurityDetails details, boolean fits) {
    return fits ? Optional.of(details.security().name()) : Optional.empty();
  }

  private static List<String> symbols(SecurityDetails details) {
    List<String> symbols = new ArrayList<>();
    symbols.add(details.security().symbol());
    details.facts().stream()
        .filter(fact -> fact.field().isSymbolElsewhere())
        .map(SecurityFact::value)
        .filter(Objects::nonNull)
        .forEach(symbols::add);
    return symbols;
  }

  private static Optional<String> symbol(SecurityDetails details, Predicate<String> fits) {
    return symbols(details).stream().filter(fits).findFirst();
  }

  private static Optional<String> alias(SecurityDetails details, Predicate<String> fits) {
    return details.aliases().stream().map(SecurityAlias::text).filter(fits).findFirst();
  }

  /** Every word typed must be nearly the beginning of a word of the name, or all of a symbol. */
  private Optional<Ranked> similar(SecurityDetails details) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    List<String> nameWords = Spelling.words(details.security().name());
    int mistakes = 0;
    for (String word : words) {
      int fewest = Integer.MAX_VALUE;
      for (String other : nameWords) {
        fewest = Math.min(fewest, Spelling.mistakesInBeginning(word, other));
      }
      if (fewest > Spelling.mistakesForgiven(word)) {
        return similarSymbol(details);
      }
      mistakes += fewest;
    }
    return Optional.of(ranked(details, Kind.SIMILAR, details.security().name(), mistakes));
  }

  private Optional<Ranked> similarSymbol(SecurityDetails details) {
    String symbol = details.security().symbol();
    String plainSymbol = Spelling.plain(symbol).replace(" ", "");
    String word = plain.replace(" ", "");
    int mistakes =
        Math.max(
            Spelling.mistakesInBeginning(word, plainSymbol),
            Spelling.mistakesInBeginning(plainSymbol, word));
    return mistakes <= Spelling.mistakesForgiven(word)
        ? Optional.of(ranked(details, Kind.SIMILAR, symbol, mistakes))
        : Optional.empty();
  }
}
