package dev.signet.clients.registry;

import dev.signet.clients.metadata.ClientDocuments;
import dev.signet.clients.metadata.ClientRules;
import dev.signet.database.AfterCommit;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Setting {@code signet.login.client-id} with the {@code client_id} of a registered client. */
@QuarkusTest
@OnBothStacks
class FirstPartyClientIdTest {

    @Inject
    ClientRepository repository;

    @Inject
    ClientRules rules;

    @Inject
    ClientDocuments documents;

    @Inject
    MetadataDocumentClients documentClients;

    @Inject
    AfterCommit afterCommit;

    @Inject
    RegistryConfig config;

    @Test
    void registeredFirstPartyClientIdPreventsStartup() {
        String id = OAuth.machine("orders:read").id();

        assertThatThrownBy(() -> start(id))
                .hasMessageContaining("signet.login.client-id (environment variable SIGNET_LOGIN_CLIENT_ID) is " + id);
        assertThatCode(() -> start("signet")).doesNotThrowAnyException();
    }

    @Test
    void clientRegisteredByAnotherNodeUnderThatIdIsUnknown() {
        String id = OAuth.machine("orders:read").id();

        assertThat(registry("signet").find(id)).isPresent();
        assertThat(registry(id).find(id)).isEmpty();
    }

    private void start(String firstPartyId) {
        new FirstPartyClientIdCheck(repository, () -> firstPartyId).onStart(new StartupEvent());
    }

    private ClientRegistry registry(String firstPartyId) {
        return new ClientRegistry(
                repository, rules, documents, documentClients, afterCommit, config, () -> firstPartyId);
    }
}
