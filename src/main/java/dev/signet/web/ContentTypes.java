package dev.signet.web;

import dev.signet.error.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;
import java.util.regex.Pattern;

/** Refuses a {@code Content-Type} that is none (RFC 9110 §8.3.1), over which the layer that picks a resource would fall. */
@ApplicationScoped
final class ContentTypes {

    // Behind what gives each exchange its id and headers.
    private static final int ORDER = 9_000;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            TOKEN + "/" + TOKEN + "(?:[ \t]*+;[ \t]*+" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\\\p{Cntrl}]*+\"))*+");

    void refuseOthers(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    List<String> given = exchange.request().headers().getAll(HttpHeaders.CONTENT_TYPE);
                    if (given.isEmpty()
                            || (given.size() == 1
                                    && MEDIA_TYPE.matcher(given.get(0)).matches())) {
                        exchange.next();
                    } else {
                        ProblemAnswer.send(exchange.response(), ErrorCode.UNSUPPORTED_MEDIA_TYPE);
                    }
                },
                ORDER);
    }
}
