package dev.signet.error;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;

import java.util.Set;
import java.util.stream.Collectors;

/** The paths of the resources marked {@link OAuthProtocol}, for requests that fail before a resource is selected. */
@Singleton
final class OAuthPaths {

    private final Set<String> paths;

    OAuthPaths(BeanManager beans) {
        this.paths = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(OAuthProtocol.class) && type.isAnnotationPresent(Path.class))
                .map(type -> type.getAnnotation(Path.class).value())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean containsPath(String path) {
        return paths.stream().anyMatch(base -> path.equals(base) || path.startsWith(base + "/"));
    }
}
