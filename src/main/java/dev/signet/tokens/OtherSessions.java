package dev.signet.tokens;

import dev.signet.web.TimeCursor;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sessions that no client's grant made, kept by the room that opens them; listed and ended together with the others. */
public interface OtherSessions {

    /** Live ones behind the cursor, newest first, of one account or, with null, of all. */
    List<SessionView> list(@Nullable UUID accountId, @Nullable TimeCursor<UUID> after, int count);

    /** Ends one, of that account if one is given; false if there is none. */
    boolean end(UUID id, @Nullable UUID accountId, SessionEnd reason);

    /** Ends every one of an account but the one given; returns how many. */
    int endAll(UUID accountId, @Nullable UUID except, SessionEnd reason);

    /** Ends every one of an account that rests on a login before an instant; returns how many. */
    int endAllBefore(UUID accountId, Instant instant, SessionEnd reason);
}
