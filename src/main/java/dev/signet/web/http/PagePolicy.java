package dev.signet.web.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;

/** Replacement of the strict content policy of the current response by a page's own policy. */
@Singleton
public final class PagePolicy {

    private final CurrentVertxRequest current;

    PagePolicy(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Sets the policy of the current response. The strict policy is replaced, because browsers would apply both. */
    public void replace(String policy) {
        current.getCurrent().response().headers().set(SecurityHeaders.POLICY, policy);
    }
}
