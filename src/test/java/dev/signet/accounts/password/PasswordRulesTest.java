package dev.signet.accounts.password;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PassWord",
                "12345678",
                "iloveyou",
                "Qwertyuiop",
                "\uff50assword",
                " football ",
                "trustno1"
            })
    void commonPasswordsAreRejected(String password) {
        assertRejected(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seven77",
                "\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11",
                "lonely half \ud83d",
                "Robin.Hood"
            })
    void invalidPasswordsAreRejected(String password) {
        assertRejected(password);
    }

    @Test
    void lengthIsCountedInCharacters() {
        String key = "\ud83d\udd11";

        assertThat(rules.accept(key.repeat(8), "robin.hood")).isEqualTo(key.repeat(8));
        assertThat(rules.accept(key.repeat(256), "robin.hood")).hasSize(512);
        assertRejected(key.repeat(257));
        assertRejected("x".repeat(100_000));
    }

    @Test
    void compositionIsNotRestricted() {
        assertThat(rules.accept("nurkleinebuchstaben", "robin.hood")).isEqualTo("nurkleinebuchstaben");
        assertThat(rules.accept("  spaces stay  ", "robin.hood")).isEqualTo("  spaces stay  ");
    }

    @Test
    void decomposedCharactersAreComposed() {
        assertThat(rules.accept("cafe\u0301 cre\u0300me", "robin.hood")).isEqualTo("caf\u00e9 cr\u00e8me");
    }

    private void assertRejected(String password) {
        assertThatThrownBy(() -> rules.accept(password, "robin.hood"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.PASSWORD_REFUSED));
    }
}
