package dev.signet.tokens.grant;

import dev.signet.clients.Scope;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorizationTest {

    private static final Authorization AUTHORIZATION = new Authorization(
            UUID.randomUUID(),
            "web",
            List.of("https://b.example", "https://a.example"),
            Scope.ofText("openid orders:read"),
            new AuthenticationContext("aal2", List.of("pwd", "otp", "mfa"), Instant.EPOCH));

    @Test
    void storedAuthorizationIsReadUnchanged() {
        AuthenticationContext context = AUTHORIZATION.authenticationContext();

        assertThat(Authorization.ofStored(
                        AUTHORIZATION.accountId(),
                        AUTHORIZATION.clientId(),
                        AUTHORIZATION.audienceText(),
                        AUTHORIZATION.scope().toString(),
                        AuthenticationContext.ofStored(context.acr(), context.amrText(), context.authTime())))
                .isEqualTo(AUTHORIZATION);
    }

    @Test
    void authorizationWithinTheClientLimitsStaysTheSame() {
        SessionGrant grant = new SessionGrant(UUID.randomUUID(), AUTHORIZATION);
        ClientLimits limits = new ClientLimits(Scope.ofText("orders:read openid"), AUTHORIZATION.audience(), null);

        assertThat(RequestedDownscope.NONE.applyTo(grant)).isEqualTo(grant);
        assertThat(new RequestedDownscope(Scope.EMPTY, List.of(), limits).applyTo(grant))
                .isEqualTo(grant);
    }

    @Test
    void clientLimitsReduceScopeAndAudienceOnly() {
        SessionGrant grant = new SessionGrant(UUID.randomUUID(), AUTHORIZATION);
        ClientLimits limits = new ClientLimits(Scope.ofText("orders:read"), List.of("https://a.example"), null);

        SessionGrant reduced = new RequestedDownscope(Scope.EMPTY, List.of(), limits).applyTo(grant);

        assertThat(reduced.sessionId()).isEqualTo(grant.sessionId());
        assertThat(reduced.authorization())
                .isEqualTo(new Authorization(
                        AUTHORIZATION.accountId(),
                        "web",
                        List.of("https://a.example"),
                        Scope.ofText("orders:read"),
                        AUTHORIZATION.authenticationContext()));
    }
}
