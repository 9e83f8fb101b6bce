package dev.signet.web.http;

import io.quarkus.vertx.http.runtime.attribute.ExchangeAttribute;
import io.quarkus.vertx.http.runtime.attribute.ExchangeAttributeBuilder;
import io.quarkus.vertx.http.runtime.attribute.ReadOnlyAttributeException;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * Builds every attribute of an access log line as Quarkus does, and removes secrets from its value, for every pattern
 * and every destination of the log. It is found by ServiceLoader and has precedence over the builders of Quarkus.
 */
public final class RedactedAttributeBuilder implements ExchangeAttributeBuilder {

    @Override
    public String name() {
        return "Redacted";
    }

    @Override
    public @Nullable ExchangeAttribute build(String token) {
        return ServiceLoader.load(ExchangeAttributeBuilder.class, ExchangeAttributeBuilder.class.getClassLoader())
                .stream()
                .map(ServiceLoader.Provider::get)
                .filter(builder -> !(builder instanceof RedactedAttributeBuilder))
                .sorted(Comparator.comparingInt(ExchangeAttributeBuilder::priority)
                        .reversed())
                .map(builder -> builder.build(token))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Redacted::new)
                .orElse(null);
    }

    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    private record Redacted(ExchangeAttribute attribute) implements ExchangeAttribute {

        @Override
        public @Nullable String readAttribute(RoutingContext exchange) {
            String value = attribute.readAttribute(exchange);
            return value == null ? null : LogRedaction.of(value);
        }

        @Override
        public void writeAttribute(RoutingContext exchange, String value) throws ReadOnlyAttributeException {
            attribute.writeAttribute(exchange, value);
        }
    }
}
