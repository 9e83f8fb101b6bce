package dev.signet.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What a server answered, in full.
 *
 * @param contentType its {@code Content-Type}, as sent
 * @param cacheControl its {@code Cache-Control}, as sent
 */
public record FetchedDocument(
        String text, @Nullable String contentType, @Nullable String cacheControl) {

    @Override
    public String toString() {
        return "FetchedDocument[" + text.length() + " characters]";
    }
}
