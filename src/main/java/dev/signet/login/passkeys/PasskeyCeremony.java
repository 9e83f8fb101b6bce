package dev.signet.login.passkeys;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.Map;

/**
 * A started ceremony as returned to the client.
 *
 * @param ceremony the token that the request with the credential repeats
 * @param options the options for the authenticator, as the browser parses them
 */
public record PasskeyCeremony(
        @Schema(examples = "\"sgp_…\"") String ceremony,

        @Schema(examples = "{\"challenge\":\"…\",\"rpId\":\"id.example.com\"}")
        Map<String, Object> options) {

    @Override
    public String toString() {
        return "PasskeyCeremony";
    }
}
