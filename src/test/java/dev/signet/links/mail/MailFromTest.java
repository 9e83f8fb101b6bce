package dev.signet.links.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailFromTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id@example.com|\"Signet\" <id@example.com>",
                "<id@example.com>|\"Signet\" <id@example.com>",
                "Accounts <id@example.com>|\"Accounts\" <id@example.com>",
                "\"Accounts, Ltd\" <id@example.com>|\"Accounts, Ltd\" <id@example.com>",
                "id@m\u00fcller.example|\"Signet\" <id@xn--mller-kva.example>",
                "M\u00fcller <id@example.com>|=?UTF-8?B?TcO8bGxlcg==?= <id@example.com>"
            })
    void headerHasADisplayNameAndAnAsciiDomain(String from, String header) {
        assertThat(MailFrom.parse(from, "Signet").header()).isEqualTo(header);
    }

    @Test
    void longNameIsSeveralEncodedWords() {
        String header = MailFrom.parse("id@example.com", "\u00fc".repeat(60)).header();

        assertThat(header.split(" ")).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void messageIdsHaveTheSenderDomain() {
        assertThat(MailFrom.parse("Accounts <id@m\u00fcller.example>", "Signet").domain())
                .isEqualTo("xn--mller-kva.example");
    }
}
