package dev.signet.web.http;

import dev.signet.web.vertx.CurrentExchange;
import jakarta.inject.Singleton;

/** Replacement of the strict content policy of the current response by a page's own policy. */
@Singleton
public final class PagePolicy {

    private final CurrentExchange current;

    PagePolicy(CurrentExchange current) {
        this.current = current;
    }

    /** Sets the policy of the current response. The strict policy is replaced, because browsers would apply both. */
    public void replace(String policy) {
        current.required().response().headers().set(SecurityHeaders.POLICY, policy);
    }
}
