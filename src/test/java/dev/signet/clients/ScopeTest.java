package dev.signet.clients;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScopeTest {

    @Test
    void tokensKeepTheirOrder() {
        Scope scope = Scope.parse("profile openid email").orElseThrow();

        assertThat(scope.tokens()).containsExactly("profile", "openid", "email");
        assertThat(scope).hasToString("profile openid email");
    }

    @Test
    void repeatedTokenIsKeptOnce() {
        assertThat(Scope.parse("openid email openid").orElseThrow()).hasToString("openid email");
        assertThat(Scope.parseLenient("openid email openid")).hasToString("openid email");
    }

    @Test
    void emptyTextIsTheScopeWithoutToken() {
        assertThat(Scope.parse("")).contains(Scope.EMPTY);
        assertThat(Scope.parseLenient("  ")).isEqualTo(Scope.EMPTY);
        assertThat(Scope.ofNullable(null)).isEqualTo(Scope.EMPTY);
        assertThat(Scope.EMPTY.tokens()).isEmpty();
        assertThat(Scope.EMPTY.isEmpty()).isTrue();
        assertThat(Scope.EMPTY.contains("")).isFalse();
    }

    // RFC 6749 §3.3: %x21 / %x23-5B / %x5D-7E, separated by single spaces.
    @ParameterizedTest
    @ValueSource(strings = {" openid", "openid ", "openid  email", "a\"b", "a\\b", "a\tb", "\u00fc", "a\n"})
    void strictParserRejectsOtherGrammar(String text) {
        assertThat(Scope.parse(text)).isEmpty();
    }

    @Test
    void strictParserRejectsOverlongScope() {
        assertThat(Scope.parse("a".repeat(Scope.MAX_LENGTH))).isPresent();
        assertThat(Scope.parse("a".repeat(Scope.MAX_LENGTH + 1))).isEmpty();
    }

    @Test
    void lenientParserIgnoresSurplusSpaces() {
        assertThat(Scope.parseLenient("  openid   email ")).hasToString("openid email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "email:verify openid email", "my_email email", "openid email phone"})
    void tokenIsFoundAsAWhole(String text) {
        assertThat(Scope.ofText(text).contains("email")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "emails", "my_email", "email:verify openid", "e mail", "my_email emails"})
    void partOfTokenIsNotFound(String text) {
        assertThat(Scope.ofText(text).contains("email")).isFalse();
    }

    @Test
    void scopeContainsEveryTokenOfItsPart() {
        Scope scope = Scope.ofText("openid profile email");

        assertThat(scope.containsAll(Scope.ofText("email openid"))).isTrue();
        assertThat(scope.containsAll(Scope.EMPTY)).isTrue();
        assertThat(scope.containsAll(Scope.ofText("openid phone"))).isFalse();
        assertThat(Scope.EMPTY.containsAll(scope)).isFalse();
        assertThat(Scope.ofText("openid").containsAll(scope)).isFalse();
    }

    @Test
    void unionHasNewTokensAtItsEnd() {
        assertThat(Scope.ofText("openid email").plus(Scope.ofText("profile openid")))
                .hasToString("openid email profile");
        assertThat(Scope.EMPTY.plus(Scope.EMPTY)).isEqualTo(Scope.EMPTY);
    }

    @Test
    void retainedTokensKeepTheirOrder() {
        Scope scope = Scope.ofText("profile openid email");

        assertThat(scope.retainAll(Scope.ofText("email profile"))).hasToString("profile email");
        assertThat(scope.retainAll(Scope.ofText("email profile openid"))).isSameAs(scope);
    }
}
