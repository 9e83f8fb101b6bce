package dev.signet.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * An inline script of a page, and the hash by which the content policy allows it (CSP Level 3 §2.3.1).
 *
 * @param hash such as {@code sha256-…}
 */
public record PageScript(String text, String hash) {

    /** Returns the script with its hash. */
    public static PageScript of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new PageScript(text, "sha256-" + Base64.getEncoder().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
