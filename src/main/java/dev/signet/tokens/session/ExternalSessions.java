package dev.signet.tokens.session;

import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Sessions without a client grant, which another package stores. They are listed and ended together with the client
 * sessions.
 */
public interface ExternalSessions {

    /**
     * Lists the live sessions, newest first.
     *
     * @param accountId the account; null for all accounts
     */
    Page<SessionView> list(@Nullable UUID accountId, PageRequest request);

    /**
     * Ends one session. Returns false if it does not exist.
     *
     * @param accountId the account it has to belong to; null for any
     */
    boolean end(UUID id, @Nullable UUID accountId, SessionEnd reason);

    /** Ends all sessions of an account except the given one. Returns their number. */
    int endAll(UUID accountId, @Nullable UUID except, SessionEnd reason);

    /** Ends all sessions of an account that were authenticated before an instant. Returns their number. */
    int endAllBefore(UUID accountId, Instant instant, SessionEnd reason);
}
