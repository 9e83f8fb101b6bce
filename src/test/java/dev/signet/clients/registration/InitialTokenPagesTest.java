package dev.signet.clients.registration;

import dev.signet.secrets.SecretDigest;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class InitialTokenPagesTest {

    private static final int TOKENS = 7;

    @Inject
    InitialTokenRepository repository;

    @Inject
    InitialTokens tokens;

    @Test
    void initialTokensOfOneInstantAreListedOnce() {
        Set<UUID> created = new HashSet<>();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < TOKENS; i++) {
                StoredInitialToken token = new StoredInitialToken(
                        SecretDigest.sha256("sgi_" + UUID.randomUUID()), now, now.plus(Duration.ofHours(1)), 1);
                repository.persist(token);
                created.add(token.id);
            }
        });

        List<UUID> listed = new ArrayList<>();
        String after = null;
        do {
            Page<InitialTokenView> page = tokens.list(new PageRequest(2, after));
            page.items().forEach(token -> listed.add(token.id()));
            after = page.next();
        } while (after != null);

        assertThat(listed).doesNotHaveDuplicates().containsAll(created);
        QuarkusTransaction.requiringNew().run(() -> created.forEach(repository::deleteById));
    }
}
