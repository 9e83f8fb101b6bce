package dev.signet.oidc.userinfo;

import jakarta.ws.rs.core.MediaType;

/** UserInfo response: a JSON object, or a JWT with the same members. */
record UserInfo(String body, MediaType type) {

    static final MediaType JWT = new MediaType("application", "jwt");

    @Override
    public String toString() {
        return "UserInfo[" + type + "]";
    }
}
