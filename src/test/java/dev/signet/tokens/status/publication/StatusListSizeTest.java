package dev.signet.tokens.status.publication;

import dev.signet.tokens.status.SlotPositions;
import dev.signet.tokens.status.StatusSlot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Size of the lists of a million live tokens, some of them revoked; record 0024 has the figures. */
class StatusListSizeTest {

    private static final int TOKENS = 1_000_000;

    @ParameterizedTest(name = "sessions, {0} per mille revoked")
    @CsvSource({"0,2000", "1,10000", "10,50000", "50,200000"})
    void listOfEndedSessionsStaysSmall(int perMille, int bound) {
        byte[][] lists = new byte[TOKENS / StatusSlot.PER_LIST + 1][StatusSlot.PER_LIST];
        Random random = new Random(24);
        SlotPositions[] positions = new SlotPositions[lists.length];
        for (int session = 0; session < TOKENS; session++) {
            int list = session / StatusSlot.PER_LIST;
            if (positions[list] == null) {
                positions[list] = new SlotPositions(list);
            }
            if (random.nextInt(1000) < perMille) {
                lists[list][positions[list].of(session % StatusSlot.PER_LIST)] = (byte) 0xFF;
            }
        }

        report("sessions", perMille, lists, bound);
    }

    @ParameterizedTest(name = "clients'' own, {0} per mille revoked")
    @CsvSource({"0,1000", "1,10000", "10,50000", "50,200000"})
    void listOfSingleRevokedTokensStaysSmall(int perMille, int bound) {
        byte[][] lists = new byte[1][StatusSlot.PER_LIST];
        Random random = new Random(24);
        for (int token = 0; token < TOKENS; token++) {
            if (random.nextInt(1000) < perMille) {
                lists[0][token / 8] |= (byte) (1 << token % 8);
            }
        }

        report("clients' own", perMille, lists, bound);
    }

    private static void report(String kind, int perMille, byte[][] lists, int bound) {
        int bytes = 0;
        for (byte[] list : lists) {
            // Encoded in Base64, as in the token.
            bytes += (StatusListSigner.compress(list).length * 4 + 2) / 3;
        }
        System.out.printf(
                "status lists of a million tokens, %s, %d per mille revoked: %d bytes in %d lists%n",
                kind, perMille, bytes, lists.length);
        assertThat(bytes).isLessThan(bound);
    }
}
