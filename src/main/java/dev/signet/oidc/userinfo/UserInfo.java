package dev.signet.oidc.userinfo;

import jakarta.ws.rs.core.MediaType;

/** What UserInfo answers: a JSON object, or the same signed. */
record UserInfo(String body, MediaType type) {

    static final MediaType JWT = new MediaType("application", "jwt");

    @Override
    public String toString() {
        return "UserInfo[" + type + "]";
    }
}
