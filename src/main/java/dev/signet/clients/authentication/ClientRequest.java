package dev.signet.clients.authentication;

import dev.signet.clients.Client;
import dev.signet.error.ServiceException;
import dev.signet.throttle.AttemptLimits;
import dev.signet.throttle.CountedRequest;

/**
 * A request of an authenticated client.
 *
 * @param count its count if it stored data, as a client assertion does, and is limited
 */
public record ClientRequest(Client client, CountedRequest count) {

    /**
     * Counts the request of a public or self-registered client before it stores data; a request is counted once.
     *
     * @throws ServiceException {@code too_many_attempts}
     */
    public ClientRequest counted(AttemptLimits limits, String ipAddress) {
        return client.isPublicOrSelfRegistered() && count == CountedRequest.UNLIMITED
                ? new ClientRequest(client, limits.countPublicRequest(ipAddress))
                : this;
    }
}
