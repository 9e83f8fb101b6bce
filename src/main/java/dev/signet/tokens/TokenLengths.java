package dev.signet.tokens;

import dev.signet.jose.JwsAlgorithm;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says, once for each client, that its access tokens hardly fit what servers commonly take in a header. */
@Singleton
class TokenLengths {

    /** nginx, Apache httpd and Gunicorn take 8 KB for one header, Tomcat for all of them, which are more than the token. */
    static final int HARDLY_FITS = 7 * 1024;

    private static final Logger LOG = Logger.getLogger(TokenLengths.class);
    private static final int MAX_CLIENTS = 1_000;

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    void issued(String clientId, String token) {
        if (token.length() > HARDLY_FITS && said.size() < MAX_CLIENTS && said.add(clientId)) {
            LOG.warnf(
                    "An access token of client %s is %d characters long: servers that take 8 KB of headers (nginx, Apache httpd,"
                            + " Tomcat) may refuse it; give it fewer roles or audiences, or another algorithm",
                    clientId, token.length());
        }
    }

    /** To be said where an algorithm with long signatures is switched on. */
    static void warnOf(JwsAlgorithm algorithm) {
        LOG.warnf(
                "Access tokens signed with %s are about 5000 characters long: they fit no cookie (4 KB) and no server that takes"
                        + " 4 KB of headers (uWSGI), and leave little of the 8 KB that nginx, Apache httpd and Tomcat take",
                algorithm.wireName());
    }
}
