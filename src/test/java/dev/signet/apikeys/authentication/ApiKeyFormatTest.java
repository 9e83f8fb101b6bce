package dev.signet.apikeys.authentication;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import static org.assertj.core.api.Assertions.assertThat;

class ApiKeyFormatTest {

    private static final Path PAGE = Path.of("docs/api/api-keys-and-tickets.md");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final SecureRandom random = new SecureRandom();

    @Test
    void keyMatchesThePublishedPattern() throws Exception {
        String page = Files.readString(PAGE);
        Matcher published = Pattern.compile("`(\\\\bsgk_[^`]*)`").matcher(page);
        assertThat(published.find()).as("an expression for scanners in " + PAGE).isTrue();

        for (int i = 0; i < 1_000; i++) {
            String key = ApiKeyFormat.generate(random);

            assertThat(("token=" + key + "\n")).containsPattern(published.group(1));
            assertThat(ApiKeyFormat.isWellFormed(key)).isTrue();
        }
    }

    @Test
    void publishedExampleIsWellFormed() throws Exception {
        Matcher example = Pattern.compile("sgk_[0-9A-Za-z]{49}").matcher(Files.readString(PAGE));

        assertThat(example.find()).isTrue();
        assertThat(ApiKeyFormat.isWellFormed(example.group())).isTrue();
    }

    // A second implementation, written from the published description.
    @Test
    void checksumIsBase62Crc32() {
        String key = ApiKeyFormat.generate(random);
        CRC32 crc = new CRC32();
        crc.update(key.substring(0, 47).getBytes(StandardCharsets.US_ASCII));
        long value = 0;
        for (char digit : key.substring(47).toCharArray()) {
            value = value * 62 + DIGITS.indexOf(digit);
        }

        assertThat(value).isEqualTo(crc.getValue());
    }

    @Test
    void everyWrongCharacterIsDetected() {
        String key = ApiKeyFormat.generate(random);
        for (int position = 0; position < key.length(); position++) {
            for (char other : DIGITS.toCharArray()) {
                if (other != key.charAt(position)) {
                    String typo = key.substring(0, position) + other + key.substring(position + 1);

                    assertThat(ApiKeyFormat.isWellFormed(typo)).as(typo).isFalse();
                }
            }
        }
    }

    @Test
    void truncationSwapAndAdditionAreDetected() {
        String key = ApiKeyFormat.generate(random);
        for (int position = 4; position < key.length() - 1; position++) {
            if (key.charAt(position) != key.charAt(position + 1)) {
                assertThat(ApiKeyFormat.isWellFormed(key.substring(0, position)
                                + key.charAt(position + 1)
                                + key.charAt(position)
                                + key.substring(position + 2)))
                        .isFalse();
            }
            assertThat(ApiKeyFormat.isWellFormed(key.substring(0, position))).isFalse();
        }
        assertThat(ApiKeyFormat.isWellFormed(key + "0")).isFalse();
        assertThat(ApiKeyFormat.isWellFormed(key + "\n")).isFalse();
        assertThat(ApiKeyFormat.isWellFormed("")).isFalse();
    }

    @Test
    void keysAreDistinctAndUseEveryDigit() {
        Set<String> keys = new HashSet<>();
        Set<Character> digits = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String key = ApiKeyFormat.generate(random);
            keys.add(key);
            key.substring(4, 47).chars().forEach(digit -> digits.add((char) digit));
        }

        assertThat(keys).hasSize(1_000);
        assertThat(digits).hasSize(62);
    }
}
