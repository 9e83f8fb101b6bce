package dev.signet.web.http;

import dev.signet.error.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A filter that rejects a malformed {@code Content-Type} (RFC 9110 §8.3.1), which would fail in the layer that selects
 * a resource.
 */
@ApplicationScoped
final class ContentTypeFilter {

    // This filter runs after the one that adds the id and the headers of each exchange.
    private static final int ORDER = 9_000;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            TOKEN + "/" + TOKEN + "(?:[ \t]*+;[ \t]*+" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\\\p{Cntrl}]*+\"))*+");

    void register(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    List<String> contentTypes = exchange.request().headers().getAll(HttpHeaders.CONTENT_TYPE);
                    if (contentTypes.isEmpty()
                            || (contentTypes.size() == 1
                                    && MEDIA_TYPE.matcher(contentTypes.get(0)).matches())) {
                        exchange.next();
                    } else {
                        ProblemResponse.send(exchange.response(), ErrorCode.UNSUPPORTED_MEDIA_TYPE);
                    }
                },
                ORDER);
    }
}
