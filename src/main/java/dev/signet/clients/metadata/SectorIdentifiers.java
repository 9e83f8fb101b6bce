package dev.signet.clients.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.fetch.CallPurpose;
import dev.signet.fetch.FetchFailedException;
import dev.signet.fetch.Fetcher;
import jakarta.inject.Singleton;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/**
 * Validation of the redirect URIs against the {@code sector_identifier_uri} (OpenID Connect Dynamic Client Registration
 * §5) at registration, so that clients outside of a sector do not receive its pairwise subjects.
 */
@Singleton
public class SectorIdentifiers {

    private static final int MAX_BYTES = 64 * 1024;
    private static final String MEMBER = "sector_identifier_uri";

    private final Fetcher fetcher;
    private final ObjectMapper mapper;

    SectorIdentifiers(Fetcher fetcher, ObjectMapper mapper) {
        this.fetcher = fetcher;
        this.mapper = mapper;
    }

    /** Rejects a document whose sector does not contain all its redirect URIs. */
    public void require(ClientDocument document) {
        String uri = document.sectorIdentifierUri();
        if (uri != null
                && !fetchRedirectUris(uri)
                        .containsAll(MetadataMember.values("redirect_uris", document.redirectUris()))) {
            throw MetadataMember.rejection(MEMBER, "does not list every redirect URI");
        }
    }

    private Set<String> fetchRedirectUris(String uri) {
        try {
            JsonNode named = mapper.readTree(fetcher.get(CallPurpose.SECTOR_IDENTIFIER, URI.create(uri), MAX_BYTES)
                    .text());
            if (!named.isArray()) {
                throw MetadataMember.rejection(MEMBER, "is not a JSON array");
            }
            Set<String> uris = new HashSet<>();
            named.forEach(element -> uris.add(element.asText()));
            return uris;
        } catch (FetchFailedException | JsonProcessingException | IllegalArgumentException e) {
            throw MetadataMember.rejection(MEMBER, "cannot be fetched or parsed");
        }
    }
}
