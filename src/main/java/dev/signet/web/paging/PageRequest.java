package dev.signet.web.paging;

import dev.signet.error.ServiceException;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The requested part of a list: at most {@code limit} items after the cursor {@code after}. */
public record PageRequest(int limit, @Nullable String after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 200;

    /**
     * Reads the query parameters {@code limit} (1 to 200, default 50) and {@code after}.
     *
     * @param filters the other query parameters that the list reads
     * @throws ServiceException {@code invalid_request} if one is out of range or unknown
     */
    public static PageRequest of(UriInfo uri, @Nullable String limit, @Nullable String after, String... filters) {
        Set<String> supported = new HashSet<>(List.of(filters));
        supported.add("limit");
        supported.add("after");
        ListParameters.require(uri, supported);
        if (after != null && (after.isEmpty() || after.length() > MAX_CURSOR)) {
            throw ServiceException.invalidMember("after", "after is empty or too long");
        }
        return new PageRequest(limit == null ? DEFAULT_LIMIT : parseLimit(limit), after);
    }

    private static int parseLimit(String limit) {
        if (!limit.matches("[0-9]{1,3}")) {
            throw ServiceException.invalidMember("limit", "limit is not a number from 1 to 200");
        }
        int value = Integer.parseInt(limit);
        if (value < 1 || value > MAX_LIMIT) {
            throw ServiceException.invalidMember("limit", "limit is not a number from 1 to 200");
        }
        return value;
    }
}
