package dev.signet.tokens.access;

import dev.signet.jose.VerifiedJwt;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Size and eviction of the cache of verified tokens. */
@QuarkusTest
@OnBothStacks
class VerifiedTokensTest {

    private static final int COUNT = 12;

    @Inject
    AccessTokenVerifier verifier;

    private final List<VerifiedJwt> tokens = new ArrayList<>();

    @BeforeEach
    void issueTokensOfOneSession() {
        Signet.Tokens latest = Signet.createUser().login();
        while (tokens.size() < COUNT) {
            tokens.add(verifier.verifyOwn(latest.access()).orElseThrow());
            latest = Signet.tokens(Signet.refresh(latest.refresh()));
        }
    }

    @Test
    void cacheNeverExceedsItsSize() {
        VerifiedTokens verified = new VerifiedTokens(6);
        for (VerifiedJwt token : tokens) {
            verified.add(token);
            assertThat(verified.size()).isLessThanOrEqualTo(6);
            assertThat(verified.find(token.compact())).isSameAs(token);
        }
        assertThat(tokens)
                .filteredOn(token -> verified.find(token.compact()) != null)
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void usedTokenStaysCached() {
        VerifiedTokens verified = new VerifiedTokens(6);
        for (VerifiedJwt token : tokens) {
            verified.add(token);
            assertThat(verified.find(tokens.get(0).compact())).isSameAs(tokens.get(0));
        }
    }

    @Test
    void cacheOfSizeZeroStoresNothing() {
        VerifiedTokens verified = new VerifiedTokens(0);
        verified.add(tokens.get(0));

        assertThat(verified.find(tokens.get(0).compact())).isNull();
        assertThat(verified.size()).isZero();
    }

    @Test
    void longTokensAreNotCached() {
        assertThat(new VerifiedTokens(6).find("x".repeat(100_000))).isNull();
    }
}
