package dev.signet.pages;

import dev.signet.secrets.SecretDigest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A file that pages refer to. Its URL contains a hash of its content, so browsers may cache it forever. */
final class Asset {

    private static final int HASH_CHARACTERS = 16;

    private final String mediaType;
    private final byte[] content;
    private final String hash;

    Asset(String mediaType, byte[] content) {
        this.mediaType = mediaType;
        this.content = content.clone();
        byte[] digest = SecretDigest.sha256(new String(content, StandardCharsets.ISO_8859_1));
        this.hash = HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
    }

    String mediaType() {
        return mediaType;
    }

    byte[] content() {
        return content.clone();
    }

    String hash() {
        return hash;
    }
}
