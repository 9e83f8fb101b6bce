package dev.signet.web.paging;

import dev.signet.error.ErrorCode;
import dev.signet.error.QuotedName;
import dev.signet.error.ServiceException;
import jakarta.ws.rs.core.UriInfo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The query parameters of a list. A parameter that the list does not read is rejected: a misspelt or missing filter
 * would otherwise return every item.
 */
public final class ListParameters {

    // A credential on any path (TicketAuthenticationMechanism), not a filter.
    private static final String TICKET = "ticket";

    private ListParameters() {}

    /**
     * Rejects a query with an unknown parameter, or with a known one twice.
     *
     * @throws ServiceException {@code invalid_request}, which names the parameter
     */
    public static void require(UriInfo uri, String... supported) {
        require(uri, Set.of(supported));
    }

    static void require(UriInfo uri, Set<String> supported) {
        for (Map.Entry<String, List<String>> parameter :
                uri.getQueryParameters().entrySet()) {
            String name = parameter.getKey();
            if (name.equals(TICKET)) {
                continue;
            }
            if (!supported.contains(name)) {
                throw rejection(name, "Unknown query parameter: " + QuotedName.of(name) + ". " + list(supported));
            }
            if (parameter.getValue().size() > 1) {
                throw rejection(name, "Query parameter " + name + " must not be repeated.");
            }
        }
    }

    private static ServiceException rejection(String name, String detail) {
        return new ServiceException(ErrorCode.INVALID_REQUEST, "a query parameter is unknown or repeated")
                .with("member", QuotedName.of(name))
                .detail(detail);
    }

    private static String list(Set<String> supported) {
        return supported.isEmpty()
                ? "This list has no parameters."
                : "Known: " + String.join(", ", new TreeSet<>(supported)) + ".";
    }
}
