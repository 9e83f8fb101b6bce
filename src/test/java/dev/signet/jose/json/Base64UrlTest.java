package dev.signet.jose.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Base64;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Base64UrlTest {

    @Test
    void jdkEncodingIsDecodedAtEveryLength() throws Exception {
        Random random = new Random(7515);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);

            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

            assertThat(Base64Url.decode(text)).isEqualTo(bytes);
            assertThat(Base64Url.encodeToString(bytes)).isEqualTo(text);
        }
    }

    @Test
    void everyDecodableTextIsTheCanonicalEncoding() throws Exception {
        String characters = "Aa09-_=+/ .\n\u00e9";
        int decoded = 0;
        for (char a : characters.toCharArray()) {
            for (char b : characters.toCharArray()) {
                for (char c : characters.toCharArray()) {
                    for (String text : new String[] {"" + a, "" + a + b, "" + a + b + c, "AAA" + a + b + c}) {
                        try {
                            assertThat(Base64Url.encodeToString(Base64Url.decode(text)))
                                    .isEqualTo(text);
                            decoded++;
                        } catch (MalformedInputException rejected) {
                            // most of these texts are rejected
                        }
                    }
                }
            }
        }
        assertThat(decoded).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zg==",
                "Zm8=",
                "Zm9v=",
                "Zm9v====", // padding
                "Zm 9v",
                "Zm9v\n",
                " Zm9v",
                "Zm9v\r\n",
                "Zm\t9v", // white space
                "++//",
                "Zm+v",
                "Zm/v", // the other alphabet
                "Zm?9v",
                "Zm9v#",
                "Zm\u00009v",
                "Zm9\u0176",
                "Zm9v\u20ac",
                "\ud83d\ude00", // foreign characters
                "Zh",
                "Zm9",
                "_-9",
                "AB", // lost bits
                "Z",
                "Zm9vZ",
                "AAAAA" // a character too many
            })
    void nonCanonicalEncodingIsRejected(String text) {
        assertThatThrownBy(() -> Base64Url.decode(text)).isInstanceOf(MalformedInputException.class);
    }
}
