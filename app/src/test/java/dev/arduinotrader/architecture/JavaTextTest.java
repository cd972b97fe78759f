package dev.arduinotrader.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaTextTest {
  @Test
  void keepsCodeOnly() {
    assertThat(JavaText.code("a(\"b // c\", 'd', '\\'', \"\\\"e\"); // f\ng"))
        .isEqualTo("a(, , , ); \ng");
    assertThat(JavaText.code("a /* b\n \" */ c // ' \nd")).isEqualTo("a \n c \nd");
    assertThat(JavaText.code("a(\"\"\"\n  b \"c\" // \n  \"\"\") /* d */ e"))
        .isEqualTo("a(\n\n)  e");
  }

  @Test
  void countsLines() {
    assertThat(JavaText.line("a\nb\nc", 0)).isEqualTo(1);
    assertThat(JavaText.line("a\nb\nc", 4)).isEqualTo(3);
  }
}
