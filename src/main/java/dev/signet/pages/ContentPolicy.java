package dev.signet.pages;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Content Security Policy (Level 3) of a page. It allows only this service's own stylesheet and images, and at most
 * one script, which it names by its hash. It forbids inline styles and embedding in frames.
 *
 * @param formTargets origins or schemes to which forms may lead, in addition to this service; browsers also apply it to
 *     redirects after a form
 */
public record ContentPolicy(
        List<String> formTargets, @Nullable String scriptHash) {

    private static final Pattern TARGET = Pattern.compile("[a-z][a-z0-9+.-]*:(//[A-Za-z0-9.:\\[\\]-]+)?");
    private static final Pattern WEB = Pattern.compile("https?://[^/?#@]*");

    public static final ContentPolicy STRICT = new ContentPolicy(List.of(), null);

    public ContentPolicy {
        formTargets = List.copyOf(formTargets);
        for (String target : formTargets) {
            if (!TARGET.matcher(target).matches()) {
                throw new IllegalArgumentException("the source must be a scheme or an origin");
            }
        }
    }

    /**
     * Returns the form target for a URI: its origin, or its scheme if it has no origin (RFC 8252 §7.1). Empty if the
     * policy cannot contain it.
     */
    public static Optional<String> target(String uri) {
        int colon = uri.indexOf(':');
        String scheme = uri.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
        Matcher web = WEB.matcher(scheme + uri.substring(Math.max(colon, 0)));
        String target = web.lookingAt() ? web.group() : scheme + ":";
        return Optional.of(target).filter(found -> TARGET.matcher(found).matches());
    }

    public static ContentPolicy forms(List<String> targets) {
        return new ContentPolicy(targets, null);
    }

    /** Returns this policy for a page with one script. */
    public ContentPolicy with(PageScript script) {
        return new ContentPolicy(formTargets, script.hash());
    }

    String header() {
        StringBuilder policy =
                new StringBuilder("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'");
        formTargets.forEach(target -> policy.append(' ').append(target));
        policy.append("; frame-ancestors 'none'; base-uri 'none'");
        if (scriptHash != null) {
            policy.append("; script-src '").append(scriptHash).append('\'');
        }
        return policy.toString();
    }
}
