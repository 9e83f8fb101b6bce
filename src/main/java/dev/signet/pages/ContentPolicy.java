package dev.signet.pages;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page may load and where its forms may go (Content Security Policy Level 3): this service's own stylesheet and images,
 * no script but one of a known hash, nothing inline, no frame around it.
 *
 * @param formTargets where forms may lead besides this service; browsers hold the redirects behind a form to it too
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

    /** What has to be named so that a form may lead to a URI: its origin, or its scheme if that has none (RFC 8252 §7.1). */
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
