package dev.signet.accounts.name;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TrimmedNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"alice", " alice", "alice\t", "\u00a0alice\r\n", "\u3000 alice\u2003"})
    void outerBlanksAreRemovedFromEveryName(String raw) {
        assertThat(TrimmedName.of(raw)).isEqualTo("alice");
        assertThat(Username.accept(raw)).isEqualTo("alice");
        assertThat(Username.key(raw)).isEqualTo("alice");
        assertThat(DisplayName.accept(raw)).isEqualTo("alice");
        assertThat(EmailAddress.accept(raw.replace("alice", "alice@example.com")))
                .isEqualTo("alice@example.com");
        assertThat(EmailAddress.key(raw.replace("alice", "Alice@example.com"))).isEqualTo("alice@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\t\n"})
    void blankNameBecomesEmpty(String raw) {
        assertThat(TrimmedName.of(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\u00a0b"})
    void innerBlanksAreKept(String raw) {
        assertThat(TrimmedName.of(raw)).isEqualTo(raw);
    }
}
