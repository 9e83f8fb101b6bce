package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.error.ServiceException;
import dev.signet.tokens.access.AccessTokens;
import dev.signet.tracing.ActiveSpan;
import dev.signet.tracing.SpanAttribute;
import dev.signet.tracing.Tracing;
import dev.signet.web.meters.EnumMeters;
import jakarta.inject.Singleton;

import java.util.function.Supplier;

/** Spans of the token endpoint, one for each request of an authenticated client. */
@Singleton
final class GrantSpans {

    private static final String PUBLIC = "public";
    private static final String CONFIDENTIAL = "confidential";
    private static final String UNEXPECTED = "server_error";
    private static final int FIRST_SERVER_ERROR = 500;

    private final Tracing tracing;
    private final AccessTokens accessTokens;

    GrantSpans(Tracing tracing, AccessTokens accessTokens) {
        this.tracing = tracing;
        this.accessTokens = accessTokens;
    }

    TokenResponse trace(GrantType grant, Client client, Supplier<TokenResponse> work) {
        if (!tracing.isEnabled()) {
            return work.get();
        }
        String label = EnumMeters.label(grant);
        ActiveSpan span = tracing.startOperation("grant " + label);
        span.set(SpanAttribute.GRANT, label);
        span.set(SpanAttribute.CLIENT_TYPE, client.isPublic() ? PUBLIC : CONFIDENTIAL);
        span.set(
                SpanAttribute.ALGORITHM, accessTokens.algorithm(client.tokens()).wireName());
        try {
            return work.get();
        } catch (ServiceException e) {
            span.set(SpanAttribute.ERROR, e.code().wire());
            if (e.code().status() >= FIRST_SERVER_ERROR) {
                span.fail();
            }
            throw e;
        } catch (RuntimeException e) {
            span.set(SpanAttribute.ERROR, UNEXPECTED);
            span.fail();
            throw e;
        } finally {
            span.end();
        }
    }
}
