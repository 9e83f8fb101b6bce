package dev.signet.accounts.factor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The published test vectors of RFC 4226 and RFC 6238. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

    @Test
    void hotpMatchesRfc4226AppendixD() {
        List<String> values = new ArrayList<>();
        for (int counter = 0; counter < 10; counter++) {
            values.add(Totp.hotp(SECRET, counter, 6));
        }

        assertThat(values)
                .containsExactly(
                        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
                        "520489");
    }

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void totpMatchesRfc6238AppendixB(long seconds, String code) {
        assertThat(Totp.hotp(SECRET, seconds / Totp.STEP_SECONDS, 8)).isEqualTo(code);
        assertThat(Totp.stepOf(SECRET, code.substring(2), Instant.ofEpochSecond(seconds)))
                .hasValue(seconds / Totp.STEP_SECONDS);
    }

    @Test
    void adjacentStepsAreAccepted() {
        long present = NOW.getEpochSecond() / Totp.STEP_SECONDS;

        for (long step = present - 3; step <= present + 3; step++) {
            assertThat(Totp.stepOf(SECRET, Totp.hotp(SECRET, step, 6), NOW).isPresent())
                    .as("step %d", step - present)
                    .isEqualTo(Math.abs(step - present) <= 1);
        }
    }
}
