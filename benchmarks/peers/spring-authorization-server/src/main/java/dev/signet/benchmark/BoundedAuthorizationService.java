package dev.signet.benchmark;

import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** Keeps the newest 10,000 authorizations: the default service keeps all, and a load would fill the heap. */
@Component
class BoundedAuthorizationService implements OAuth2AuthorizationService {

    private static final int LIMIT = 10_000;

    private final ConcurrentMap<String, OAuth2Authorization> authorizations = new ConcurrentHashMap<>();
    private final Queue<String> ids = new ConcurrentLinkedQueue<>();

    @Override
    public void save(OAuth2Authorization authorization) {
        if (authorizations.put(authorization.getId(), authorization) == null) {
            ids.add(authorization.getId());
            if (authorizations.size() > LIMIT) {
                authorizations.remove(ids.remove());
            }
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        authorizations.remove(authorization.getId());
    }

    @Override
    public OAuth2Authorization findById(String id) {
        return authorizations.get(id);
    }

    /** No measured operation presents a token. */
    @Override
    public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
        throw new UnsupportedOperationException();
    }
}
