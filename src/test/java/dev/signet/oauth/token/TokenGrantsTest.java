package dev.signet.oauth.token;

import dev.signet.clients.GrantType;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TokenGrantsTest {

    private record Grant(GrantType type) implements TokenGrant {

        @Override
        public TokenResponse issue(TokenRequest request) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void everyGrantTypeIsFound() {
        TokenGrants grants = new TokenGrants(grants(GrantType.values()));

        assertThat(grants.types()).hasSize(GrantType.values().length);
        assertThat(grants.find("client_credentials"))
                .hasValueSatisfying(grant -> assertThat(grant.type()).isEqualTo(GrantType.CLIENT_CREDENTIALS));
    }

    @Test
    void grantTypeWithoutImplementationIsRejected() {
        List<TokenGrant> incomplete = grants(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);

        assertThatThrownBy(() -> new TokenGrants(incomplete))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CLIENT_CREDENTIALS");
    }

    private static List<TokenGrant> grants(GrantType... types) {
        return Arrays.stream(types).<TokenGrant>map(Grant::new).toList();
    }
}
