package dev.signet.accounts.name;

import dev.signet.error.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UsernameTest {

    @ParameterizedTest
    @CsvSource({
        "alice, ALICE",
        "alice, \uff21\uff4c\uff49\uff43\uff45", // full width
        "strasse, Stra\u00dfe",
        "strasse, STRA\u1e9eE", // capital sharp s
        "\u03bf\u03b4\u03bf\u03c3, \u039f\u0394\u039f\u03a3", // sigma
        "\u03bf\u03b4\u03bf\u03c2, \u039f\u0394\u039f\u03a3", // final sigma
        "file, \ufb01le", // ligature
        "\u00e9lan, e\u0301lan",
        "2nd, \u00b2nd",
        "k, \u212a" // Kelvin
    })
    void equivalentUsernamesHaveTheSameKey(String one, String other) {
        assertThat(Username.key(one)).isEqualTo(Username.key(other));
    }

    @Test
    void usernameKeyOfAKeyIsTheSameKey() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (Character.getType(point) != Character.SURROGATE) {
                String key = Username.key(Character.toString(point));
                assertThat(Username.key(key)).as("U+%04X", point).isEqualTo(key);
            }
        }
    }

    @Test
    void usernamesAreStoredAsEntered() {
        assertThat(Username.accept("Alice.O'Neil@example.com")).isEqualTo("Alice.O'Neil@example.com");
        assertThat(Username.accept("e\u0301lan")).isEqualTo("\u00e9lan");
        assertThat(Username.accept("x".repeat(100))).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "two words",
                "ta\tb",
                "nul\0",
                "no\u00a0break",
                "zero\u200bwidth",
                "right\u202eleft",
                "bell\u0007",
                "li\u2028ne",
                "half\ud83d",
                "colon:",
                "private\ue000",
                "\u00a8umlaut"
            })
    void invisibleCharactersAreRejected(String raw) {
        assertThatThrownBy(() -> Username.accept(raw)).isInstanceOf(ServiceException.class);
    }

    @Test
    void longUsernamesAndKeysAreRejected() {
        assertThatThrownBy(() -> Username.accept("x".repeat(101))).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> Username.accept("\ufdfa".repeat(90))).isInstanceOf(ServiceException.class);
    }

    @Test
    void usernameKeyExistsForAnyString() {
        assertThat(Username.key("")).isEmpty();
        assertThat(Username.key("\ud83d\0 ".repeat(100_000))).hasSizeLessThan(8000);
    }
}
