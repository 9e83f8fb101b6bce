package dev.signet.clients.metadata;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The decisions that each member of client metadata needs: who may set it, and its description. */
class ClientMembersTest {

    /** The members that only an administrator may set. */
    private static final Set<String> OF_ADMINISTRATORS = Set.of(
            "audiences",
            "roles",
            "first_party",
            "access_token_signed_response_alg",
            "access_token_ttl",
            "refresh_token_ttl",
            "claims",
            "refresh_token_rotation");

    /** The members that Signet assigns. */
    private static final Set<String> ASSIGNED = Set.of(
            "client_id",
            "client_id_issued_at",
            "client_secret",
            "client_secret_expires_at",
            "registration_access_token",
            "registration_client_uri");

    private static final List<String> MEMBERS = Arrays.stream(ClientDocument.class.getRecordComponents())
            .map(RecordComponent::getName)
            .map(new PropertyNamingStrategies.SnakeCaseStrategy()::translate)
            .toList();

    @Test
    void everyMemberIsSetByClientsAdministratorsOrSignet() {
        assertThat(Stream.of(RegistrationRequests.ALLOWED_MEMBERS, OF_ADMINISTRATORS, ASSIGNED)
                        .flatMap(Set::stream))
                .as("each member in exactly one set: a member that no set contains is ignored in self-registrations")
                .containsExactlyInAnyOrderElementsOf(MEMBERS);
    }

    @Test
    void everyMemberIsDocumented() throws IOException {
        String page = Files.readString(Path.of("docs/api/clients.md"));

        assertThat(MEMBERS).allSatisfy(member -> assertThat(page).contains("`" + member + "`"));
    }
}
