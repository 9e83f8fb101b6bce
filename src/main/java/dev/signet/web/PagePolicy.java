package dev.signet.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;

/** How a page relaxes for itself what every answer forbids to load: by a content policy of its own in place of the strict one. */
@Singleton
public final class PagePolicy {

    private final CurrentVertxRequest current;

    PagePolicy(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Puts this policy into the answer to the present request. Two would both hold, and the strict one would win. */
    public void replace(String policy) {
        current.getCurrent().response().headers().set(SecurityHeaders.POLICY, policy);
    }
}
