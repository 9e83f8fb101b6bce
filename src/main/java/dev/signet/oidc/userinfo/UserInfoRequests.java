package dev.signet.oidc.userinfo;

import dev.signet.database.BatchedRemoval;
import dev.signet.oauth.token.IssuedGrant;
import dev.signet.oauth.token.TokenResponseExtension;
import dev.signet.oidc.claims.ClaimsRequests;
import dev.signet.oidc.claims.StandardClaim;
import dev.signet.tokens.SessionEnded;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what a client asked UserInfo for by name, from the answer to its authorization code until its session is over. */
@ApplicationScoped
public class UserInfoRequests implements TokenResponseExtension {

    private final UserInfoRequestRepository repository;
    private final ClaimsRequests requests;
    private final BatchedRemoval removal;
    private final Duration sessionTtl;
    private final Clock clock;

    UserInfoRequests(
            UserInfoRequestRepository repository,
            ClaimsRequests requests,
            BatchedRemoval removal,
            @ConfigProperty(name = "signet.tokens.session-ttl", defaultValue = "P30D") Duration sessionTtl,
            Clock clock) {
        this.repository = repository;
        this.requests = requests;
        this.removal = removal;
        this.sessionTtl = sessionTtl;
        this.clock = clock;
    }

    @Override
    public void extend(IssuedGrant grant, Map<String, Object> response) {
        if (grant.claimsRequest() == null) {
            return;
        }
        Set<StandardClaim> beyondScope =
                requests.read(grant.claimsRequest(), grant.client()).userInfo();
        beyondScope.removeAll(StandardClaim.ofScope(grant.scope()));
        if (!beyondScope.isEmpty()) {
            String names = beyondScope.stream().map(StandardClaim::wire).collect(Collectors.joining(" "));
            Instant removeAfter = clock.instant().plus(sessionTtl).truncatedTo(ChronoUnit.MICROS);
            QuarkusTransaction.joiningExisting()
                    .run(() -> repository.persist(new UserInfoRequest(grant.sessionId(), names, removeAfter)));
        }
    }

    void onSessionEnded(@Observes SessionEnded event) {
        repository.deleteById(event.sessionId());
    }

    void removeExpired() {
        Instant now = clock.instant();
        removal.run(() -> repository.removeThoseDueBefore(now));
    }
}
