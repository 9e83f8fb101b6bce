package dev.signet.fetch;

import org.jspecify.annotations.Nullable;

/**
 * A fetched document, with two header fields of its response.
 *
 * @param contentType the {@code Content-Type} of the response, unchanged
 * @param cacheControl the {@code Cache-Control} of the response, unchanged
 */
public record FetchedDocument(
        String text, @Nullable String contentType, @Nullable String cacheControl) {

    @Override
    public String toString() {
        return "FetchedDocument[" + text.length() + " characters]";
    }
}
