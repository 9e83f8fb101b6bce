package dev.signet.secrets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.security.SecureRandom;
import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

class TokenPrefixTest {

    // LogRedaction and the documented expressions for secret scanners recognize this form.
    @ParameterizedTest
    @EnumSource
    void prefixIsThreeLettersAndUnderscore(TokenPrefix prefix) {
        assertThat(prefix.text()).matches("sg[a-z]_");
    }

    @ParameterizedTest
    @EnumSource
    void randomTokenIsRecognizedByItsOwnPrefixOnly(TokenPrefix prefix) {
        String token = prefix.randomToken(new SecureRandom());

        assertThat(Arrays.stream(TokenPrefix.values()).filter(other -> other.isRandomToken(token)))
                .containsExactly(prefix);
        assertThat(Arrays.stream(TokenPrefix.values()).filter(other -> other.isPrefixOf(token)))
                .containsExactly(prefix);
    }

    @Test
    void tokenOfOtherLengthOrAlphabetIsNotRecognized() {
        String token = TokenPrefix.TICKET.randomToken(new SecureRandom());

        assertThat(TokenPrefix.TICKET.isRandomToken(token + "A")).isFalse();
        assertThat(TokenPrefix.TICKET.isRandomToken(token.substring(1))).isFalse();
        assertThat(TokenPrefix.TICKET.isRandomToken(token.substring(0, 46) + "+"))
                .isFalse();
        assertThat(TokenPrefix.TICKET.isRandomToken(token + "\n")).isFalse();
    }
}
