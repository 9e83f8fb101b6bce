package dev.signet.error;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.TreeSet;

/**
 * The methods that a path supports (RFC 9110 §15.5.6), from the tables that select a resource. Those tables reject a
 * wrong method without naming the supported ones.
 */
@Singleton
final class AllowedMethods {

    // The tables are complete before the first request and never change.
    private volatile @Nullable RequestMapper<InitialMatch> resources;

    /** Returns the methods of the request's path in alphabetical order, for {@code Allow}. */
    Set<String> of(ResteasyReactiveRequestContext request) {
        RequestMapper<InitialMatch> mapper = resources;
        if (mapper == null) {
            mapper = new RequestMapper<>(request.getDeployment().getClassMappers());
            resources = mapper;
        }
        Set<String> methods = new TreeSet<>();
        String path = request.getPathWithoutPrefix();
        RequestMatch<InitialMatch> match = mapper.map(path);
        while (match != null) {
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    add(methods, routing, match.remaining.isEmpty() ? "/" : match.remaining);
                }
            }
            match = mapper.continueMatching(path, match);
        }
        // Quarkus supports both without a method of the resource.
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return methods;
    }

    private static void add(Set<String> methods, ClassRoutingHandler routing, String path) {
        routing.getMappers().forEach((method, mapper) -> {
            if (method != null && mapper.map(path) != null) {
                methods.add(method);
            }
        });
    }
}
