package dev.signet.web.http;

import java.util.regex.Pattern;

/** Replaces secrets in text that is about to be logged. A link that was sent by mail has its token in the path. */
final class LogRedaction {

    private static final String REPLACEMENT = "$1***";

    // The path segment after /links/ in any encoding, except for pages whose paths contain no token.
    private static final Pattern LINK =
            Pattern.compile("(?<!/auth)(/links/)(?!new/|second-factor(?![^\\s/?#\"]))[^\\s/?#\"]+");
    // A secret can also follow an encoded character: %2Fsgl_…, Bearer%20eyJ….
    private static final String BEGIN = "(?:\\b|(?<=%[0-9A-Fa-f]{2}))";
    private static final Pattern OPAQUE = Pattern.compile(BEGIN + "(sg[a-z]{1,2}(?:_|%5[Ff]))[A-Za-z0-9_-]{16,}");
    private static final Pattern JWT = Pattern.compile(BEGIN + "(eyJ)[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){2,4}");

    private LogRedaction() {}

    static String of(String text) {
        String withoutLinks = LINK.matcher(text).replaceAll(REPLACEMENT);
        String withoutOpaque = OPAQUE.matcher(withoutLinks).replaceAll(REPLACEMENT);
        return JWT.matcher(withoutOpaque).replaceAll(REPLACEMENT);
    }
}
