package dev.arduinotrader.architecture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Source text with what is not code blanked out. */
final class JavaText {
  private static final Pattern NOT_CODE =
      Pattern.compile(
          """
          ""\"(?s:\\\\.|.)*?""\" # text block
          |"(?:\\\\.|[^"\\\\\\n])*+" # string
          |'(?:\\\\.|[^'\\\\\\n])*+' # character
          |//[^\\n]*+ # comment to the end of the line
          |/\\*(?s:.)*?\\*/ # comment over lines
          """,
          Pattern.COMMENTS);

  private JavaText() {}

  /** The code alone; line breaks stay, so that line numbers stay right. */
  static String code(String source) {
    Matcher matcher = NOT_CODE.matcher(source);
    return matcher.replaceAll(match -> "\n".repeat((int) match.group().lines().count() - 1));
  }

  /** The number of the line, from 1, that holds this position. */
  static int line(String text, int position) {
    return 1 + (int) text.substring(0, position).chars().filter(each -> each == '\n').count();
  }
}
