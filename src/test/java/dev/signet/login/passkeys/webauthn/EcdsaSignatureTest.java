package dev.signet.login.passkeys.webauthn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;

import static org.assertj.core.api.Assertions.assertThat;

class EcdsaSignatureTest {

    private static final String ONE = "0000000000000000000000000000000000000000000000000000000000000001";
    private static final String HIGH = "ff00000000000000000000000000000000000000000000000000000000000000";

    @Test
    void numbersArePaddedTo32Octets() {
        assertThat(convert("3006020101020101")).isEqualTo(ONE + ONE);
        assertThat(convert("3026" + "020101" + "022100" + HIGH)).isEqualTo(ONE + HIGH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "3006020101020101ff", // trailing octet
                "3106020101020101", // no sequence
                "3006030101020101", // no integer
                "3005020101020101", // wrong length
                "300702020001020101", // unnecessary zero
                "3006020181020101", // negative
                "30050200020101", // empty number
                "302702220101010101010101010101010101010101010101010101010101010101010101010101020101" // 34 octets
            })
    void otherEncodingsAreMalformed(String der) {
        assertThat(convert(der)).isEmpty();
    }

    private static String convert(String der) {
        return HexFormat.of()
                .formatHex(EcdsaSignature.toFixedLength(HexFormat.of().parseHex(der)));
    }
}
