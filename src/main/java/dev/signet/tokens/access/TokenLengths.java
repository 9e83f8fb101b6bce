package dev.signet.tokens.access;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtSigner;
import dev.signet.jose.JwtType;
import dev.signet.jose.jwk.JwsAlgorithm;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signer that checks token lengths. It records an event for a token that exceeds the limit. It warns once per client
 * whose access tokens are almost too long for the headers that servers commonly accept.
 */
@Singleton
public final class TokenLengths {

    /**
     * nginx, Apache httpd and Gunicorn accept 8 KB per header; Tomcat accepts 8 KB for all headers, of which the token
     * is only one.
     */
    static final int WARNING_LENGTH = 7 * 1024;

    private static final Logger LOG = Logger.getLogger(TokenLengths.class);
    private static final int MAX_CLIENTS = 1_000;

    private final Set<String> warnedClients = ConcurrentHashMap.newKeySet();
    private final SecurityEvents events;

    TokenLengths(SecurityEvents events) {
        this.events = events;
    }

    /**
     * Signs the claims for a client.
     *
     * @param accountId the account of the token; null for a client's own token
     * @throws ServiceException {@code token_too_large}; the event is recorded in a transaction of its own, because the
     *     transaction of the grant is rolled back
     */
    public String sign(JwtSigner signer, JwtType type, ClaimsSet claims, @Nullable UUID accountId, String clientId) {
        String token;
        try {
            token = signer.sign(type, claims);
        } catch (ServiceException e) {
            if (e.code() == ErrorCode.TOKEN_TOO_LARGE) {
                events.recordInNewTransaction(SecurityEvent.of(EventType.TOKEN_TOO_LARGE)
                        .actor(accountId)
                        .subject(accountId == null ? null : accountId.toString())
                        .client(clientId)
                        .detail("type", type.typ()));
            }
            throw e;
        }
        if (type == JwtType.ACCESS_TOKEN) {
            issued(clientId, token);
        }
        return token;
    }

    private void issued(String clientId, String token) {
        if (token.length() > WARNING_LENGTH && warnedClients.size() < MAX_CLIENTS && warnedClients.add(clientId)) {
            LOG.warnf(
                    "An access token of client %s is %d characters long: servers with a header limit of 8 KB"
                            + " (nginx, Apache httpd, Tomcat) may reject it; reduce its roles or audiences, or change"
                            + " the algorithm",
                    clientId, token.length());
        }
    }

    /** Logs a warning about an algorithm with long signatures, at startup. */
    static void warnAbout(JwsAlgorithm algorithm) {
        LOG.warnf(
                "Access tokens signed with %s are about 5000 characters long: they exceed the limit of"
                        + " cookies and of uWSGI headers (4 KB), and use most of the header limit of nginx, Apache"
                        + " httpd and Tomcat (8 KB)",
                algorithm.wireName());
    }
}
