package dev.signet.oidc.discovery;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.oauth.metadata.MetadataSource;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Metadata of this provider, collected once from every {@link MetadataSource}. The order of the members does not depend
 * on the order of the sources.
 */
@Singleton
final class ProviderMetadata {

    private final Map<String, Object> members;
    private final PublishedDocument document;

    ProviderMetadata(@All List<MetadataSource> sources, ObjectMapper mapper) {
        Map<String, Object> described = new LinkedHashMap<>();
        sources.stream()
                .sorted(Comparator.comparing(source -> source.getClass().getName()))
                .forEach(source -> source.describe(described));
        // The default of this member is true (OpenID Connect Discovery §3).
        described.putIfAbsent("request_uri_parameter_supported", false);
        Map<String, Object> sorted = new TreeMap<>();
        described.forEach((name, value) -> sorted.put(name, value instanceof List<?> list ? sort(list) : value));
        this.members = sorted;
        this.document = new PublishedDocument(sorted, mapper);
    }

    PublishedDocument document() {
        return document;
    }

    @Nullable
    Object member(String name) {
        return members.get(name);
    }

    private static List<?> sort(List<?> list) {
        return list.stream()
                .distinct()
                .sorted(Comparator.comparing(String::valueOf))
                .toList();
    }
}
