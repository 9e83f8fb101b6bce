package dev.signet.pages;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a page may load and where its forms may go (Content Security Policy Level 3): this service's own stylesheet and images,
 * no script but one of a known hash, nothing inline, no frame around it.
 *
 * @param formTargets where forms may lead besides this service; browsers hold the redirects behind a form to it too
 */
public record ContentPolicy(
        List<String> formTargets, @Nullable String scriptHash) {

    public static final ContentPolicy STRICT = new ContentPolicy(List.of(), null);

    public ContentPolicy {
        formTargets = List.copyOf(formTargets);
        for (String target : formTargets) {
            if (!target.matches("[a-z][a-z0-9+.-]*:(//[A-Za-z0-9.:\\[\\]-]+)?")) {
                throw new IllegalArgumentException("neither a scheme nor an origin");
            }
        }
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
