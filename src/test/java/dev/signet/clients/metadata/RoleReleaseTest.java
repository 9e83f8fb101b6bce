package dev.signet.clients.metadata;

import dev.signet.clients.RoleRelease;
import dev.signet.clients.Scope;
import dev.signet.fetch.Fetcher;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.SigningPolicy;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static dev.signet.clients.ClaimLocation.ACCESS_TOKEN;
import static dev.signet.clients.ClaimLocation.ID_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class RoleReleaseTest {

    private static final String WITHOUT_AUDIENCES = "{\"redirect_uris\": [\"https://app.example/cb\"]}";
    private static final String WITH_AUDIENCES =
            "{\"redirect_uris\": [\"https://app.example/cb\"], \"audiences\": [\"https://api.example\"]}";
    private static final String FIRST_PARTY =
            "{\"redirect_uris\": [\"https://app.example/cb\"], \"first_party\": true}";

    @Inject
    SigningPolicy signingPolicy;

    @Inject
    SignatureEngine engine;

    @Inject
    Fetcher fetcher;

    @Inject
    ClientDocuments documents;

    @Test
    void clientWithoutAudiencesReceivesNoRolesInAccessTokens() {
        RoleRelease roles = release(WITHOUT_AUDIENCES, Map.of());

        assertThat(roles.allows(ACCESS_TOKEN, Scope.of(List.of("openid", "groups"))))
                .isFalse();
        assertThat(roles.allows(ID_TOKEN, Scope.of(List.of("openid", "groups"))))
                .isTrue();
        assertThat(roles.allows(ID_TOKEN, Scope.of(List.of("openid")))).isFalse();
    }

    @Test
    void registrationScopesWithGroupsReleaseThemInAccessTokens() {
        RoleRelease roles = release(WITHOUT_AUDIENCES, Map.of("signet.clients.registration-scopes", "openid,groups"));

        assertThat(roles.allows(ACCESS_TOKEN, Scope.of(List.of("openid", "groups"))))
                .isTrue();
        assertThat(roles.allows(ACCESS_TOKEN, Scope.of(List.of("openid")))).isFalse();
    }

    @Test
    void clientWithAudiencesReceivesRolesByScope() {
        RoleRelease roles = release(WITH_AUDIENCES, Map.of());

        assertThat(roles.allows(ACCESS_TOKEN, Scope.of(List.of("groups")))).isTrue();
        assertThat(roles.allows(ACCESS_TOKEN, Scope.of(List.of("openid")))).isFalse();
    }

    @Test
    void firstPartyClientReceivesRolesWithoutScope() {
        assertThat(release(FIRST_PARTY, Map.of()).allows(ACCESS_TOKEN, Scope.of(List.of())))
                .isTrue();
    }

    private RoleRelease release(String metadata, Map<String, String> settings) {
        SelfRegistrationConfig config = new SmallRyeConfigBuilder()
                .withMapping(SelfRegistrationConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(SelfRegistrationConfig.class);
        return new ClientRules(signingPolicy, engine, fetcher, config)
                .client("app", documents.parse(metadata))
                .tokens()
                .roles();
    }
}
