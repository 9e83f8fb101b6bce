package dev.signet.accounts;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class PasswordServiceTest {

    private static final String PASSWORD = "a rather long pass phrase";

    @Inject
    AccountService accounts;

    @Inject
    PasswordService passwords;

    @Test
    void rightPasswordFindsTheAccount() {
        Account created = person(PASSWORD);

        assertThat(passwords.check(created.username(), PASSWORD)).contains(created);
        assertThat(passwords.check(created.username(), PASSWORD + "!")).isEmpty();
        assertThat(passwords.check("nobody", PASSWORD)).isEmpty();
    }

    @Test
    void bytesBehindTheSeventySecondCount() {
        String base = "x".repeat(99);
        Account created = person(base + "a" + "y".repeat(50));

        assertThat(passwords.check(created.username(), base + "b" + "y".repeat(50)))
                .isEmpty();
        assertThat(passwords.check(created.username(), base + "a" + "y".repeat(50)))
                .isPresent();
    }

    @Test
    void passwordsMatchHoweverTheKeyboardComposesThem() {
        Account created = person("caf\u00e9 cr\u00e8me au lait");

        assertThat(passwords.check(created.username(), "cafe\u0301 cre\u0300me au lait"))
                .isPresent();
    }

    @Test
    void changedPasswordReplacesTheOldOne() {
        Account created = person(PASSWORD);

        passwords.changePassword(created.id(), PASSWORD, "an entirely new one", null);

        assertThat(passwords.check(created.username(), PASSWORD)).isEmpty();
        assertThat(passwords.check(created.username(), "an entirely new one")).isPresent();
    }

    @Test
    void changeNeedsThePresentPassword() {
        Account created = person(PASSWORD);

        assertThatThrownBy(() -> passwords.changePassword(created.id(), "wrong", "an entirely new one", null))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS));
        assertThat(passwords.check(created.username(), PASSWORD)).isPresent();
    }

    private Account person(String password) {
        return accounts.create(NewAccount.person("person-" + UUID.randomUUID(), password), null);
    }
}
