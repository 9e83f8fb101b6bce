package dev.signet.webhooks.receiver;

import dev.signet.error.ServiceException;
import dev.signet.fetch.FetchFailedException;
import dev.signet.fetch.Fetcher;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;

/** Validation of receiver URLs: only URLs that this service may call are accepted. */
@Singleton
public final class ReceiverUrls {

    private static final int MAX_LENGTH = 2_000;

    private final Fetcher fetcher;

    ReceiverUrls(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * Validates a URL and returns it.
     *
     * @throws ServiceException {@code invalid_request} with the member if the URL is not acceptable; its host name is
     *     resolved only at delivery
     */
    public String require(String member, @Nullable String url) {
        if (url == null || url.length() > MAX_LENGTH) {
            throw ServiceException.invalidMember(member, member + " is missing or too long");
        }
        try {
            fetcher.requireCallable(new URI(url));
            return url;
        } catch (URISyntaxException e) {
            throw ServiceException.invalidMember(member, member + " is not a URL");
        } catch (FetchFailedException e) {
            throw ServiceException.invalidMember(member, String.valueOf(e.getMessage()));
        }
    }
}
