package dev.signet.clients;

import dev.signet.clients.keyset.PublicKeySet;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedClientsTest {

    private final RememberedClients remembered = new RememberedClients(10);

    @Test
    void holdsNoMoreThanItsSize() {
        for (int i = 0; i < 1_000; i++) {
            add("client-" + i);
        }

        assertThat(remembered.size()).isLessThanOrEqualTo(10);
        assertThat(remembered.find("client-999")).isNotNull();
        assertThat(remembered.find("client-0")).isNull();
    }

    @Test
    void keepsWhatIsAskedFor() {
        add("wanted");
        for (int i = 0; i < 1_000; i++) {
            assertThat(remembered.find("wanted")).isNotNull();
            add("client-" + i);
        }
    }

    @Test
    void unknownIdsLeaveNoTrace() {
        for (int i = 0; i < 1_000; i++) {
            remembered.find("nobody-" + i);
        }

        assertThat(remembered.size()).isZero();
    }

    @Test
    void whatWasReadBeforeAChangeIsNotAddedAfterIt() {
        long mark = remembered.mark();
        remembered.forget(List.of("a"));
        remembered.add(client("a"), mark);

        assertThat(remembered.find("a")).isNull();
    }

    @Test
    void forgottenIsForgottenInBothGenerations() {
        for (int i = 0; i < 8; i++) {
            add("client-" + i);
        }
        remembered.forget(List.of("client-0", "client-7"));

        assertThat(remembered.find("client-0")).isNull();
        assertThat(remembered.find("client-7")).isNull();
        assertThat(remembered.find("client-3")).isNotNull();
        remembered.forgetAll();
        assertThat(remembered.size()).isZero();
    }

    private void add(String id) {
        remembered.add(client(id), remembered.mark());
    }

    private static RegisteredClient client(String id) {
        Client client = new Client(
                id,
                id,
                false,
                AuthenticationMethod.NONE,
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                Redirects.NONE,
                TokenSettings.AS_CONFIGURED,
                false,
                IdentitySettings.STANDARD,
                Presentation.NONE);
        return new RegisteredClient(client, null, List.of(), PublicKeySet.EMPTY);
    }
}
