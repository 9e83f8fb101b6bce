package dev.signet.web.issuer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.net.URI;

/** Well-known URLs of an issuer: those of RFC 8414 §3.1 and RFC 9728 §3.1 are between its host and its path. */
@Singleton
public final class WellKnown {

    private static final String PREFIX = "/.well-known/";

    private final URI issuer;

    @Inject
    WellKnown(Issuer issuer) {
        this(issuer.value());
    }

    WellKnown(String issuer) {
        this.issuer = URI.create(issuer);
    }

    /** Returns the absolute URL of a well-known document of this issuer. */
    public String url(String name) {
        return issuer.getScheme() + "://" + issuer.getRawAuthority() + PREFIX + name + issuer.getRawPath();
    }

    /** Returns whether the part after the name of a document is the path of this issuer. */
    public boolean isIssuerPath(String path) {
        return !path.isEmpty() && issuer.getRawPath().equals("/" + path);
    }
}
