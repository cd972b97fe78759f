package dev.arduinotrader.platform.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.QuoteUnit;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/** How the kernel's values look in JSON: one text each, and money as amount and currency. */
final class KernelJson extends SimpleModule {
  private static final long serialVersionUID = 1L;

  KernelJson() {
    super("kernel");
    text(Isin.class, Isin::value, Isin::of);
    text(Currency.class, Currency::code, Currency::of);
    text(QuoteUnit.class, QuoteUnit::code, QuoteUnit::of);
    text(Quantity.class, Quantity::toString, Quantity::of);
    text(Lot.class, Lot::toString, Lot::of);
    text(AccountId.class, AccountId::value, AccountId::of);
    text(CommandId.class, CommandId::value, CommandId::of);
    text(RequestId.class, RequestId::value, RequestId::of);
    text(ClientOrderId.class, ClientOrderId::value, ClientOrderId::of);
    text(BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
    setMixInAnnotation(Money.class, MoneyShape.class);
  }

  private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
    addSerializer(type, new TextWriter<>(type, write));
    addDeserializer(type, new TextReader<>(type, read));
    addKeySerializer(type, new KeyWriter<>(type, write));
    addKeyDeserializer(
        type,
        new KeyDeserializer() {
          @Override
          public Object deserializeKey(String key, DeserializationContext context) {
            return read.apply(key);
          }
        });
  }

  /** Tells Jackson which of Money's factories is the inverse of its parts. */
  abstract static class MoneyShape {
    @JsonCreator
    MoneyShape(
        @JsonProperty("amount") BigDecimal amount, @JsonProperty("currency") Currency currency) {}
  }

  private static final class TextWriter<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<T, String> write;

    TextWriter(Class<T> type, Function<T, String> write) {
      super(type);
      this.write = write;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(write.apply(value));
    }
  }

  private static final class KeyWriter<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<T, String> write;

    KeyWriter(Class<T> type, Function<T, String> write) {
      super(type);
      this.write = write;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeFieldName(write.apply(value));
    }
  }

  private static final class TextReader<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> read;

    TextReader(Class<T> type, Function<String, T> read) {
      super(type);
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return read.apply(in.getText());
    }
  }
}
