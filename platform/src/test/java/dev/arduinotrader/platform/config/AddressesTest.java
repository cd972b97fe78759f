package dev.arduinotrader.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,    true,  false, true,  true",
    "127.8.9.1,    true,  false, true,  true",
    "localhost,    true,  false, true,  true",
    "::1,          true,  false, true,  true",
    "0.0.0.0,      false, true,  true,  false",
    "::,           false, true,  true,  false",
    "192.168.1.11, false, false, true,  true",
    "fd00::1,      false, false, true,  true",
    "board.local,  false, false, false, true",
    "planning,     false, false, false, true",
    "256.1.1.1,    false, false, false, false",
    "1.2.3,        false, false, false, false",
    "a b,          false, false, false, false",
    "host:80,      false, false, false, false",
    "'',           false, false, false, false",
  })
  void knowsWhatAnAddressIsGoodFor(
      String address, boolean loopback, boolean wildcard, boolean bindable, boolean callable) {
    assertThat(Addresses.isLoopback(address)).as("loopback").isEqualTo(loopback);
    assertThat(Addresses.isWildcard(address)).as("wildcard").isEqualTo(wildcard);
    assertThat(Addresses.canBind(address)).as("bind").isEqualTo(bindable);
    assertThat(Addresses.canCall(address)).as("call").isEqualTo(callable);
  }
}
