package dev.signet.keys.publication;

import org.jspecify.annotations.Nullable;

/** Compares {@code If-None-Match} with an entity tag (RFC 9110 §13.1.2). */
final class EntityTags {

    private EntityTags() {}

    /** Returns true if the header contains the tag: a list of weak or strong tags, or {@code *}. */
    static boolean matches(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.equals(etag)) {
            return true;
        }
        for (String part : ifNoneMatch.split(",", -1)) {
            String tag = part.trim();
            if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag)) {
                return true;
            }
        }
        return false;
    }
}
