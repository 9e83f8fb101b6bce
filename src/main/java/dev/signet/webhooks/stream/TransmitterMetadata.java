package dev.signet.webhooks.stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** The metadata of this transmitter (Shared Signals Framework 1.0 §7.1); it lists only supported features. */
record TransmitterMetadata(
        @Schema(examples = "\"1_0\"") String specVersion,
        @Schema(examples = "\"https://id.example.com\"") String issuer,

        @Schema(examples = "\"https://id.example.com/.well-known/jwks.json\"")
        String jwksUri,

        @Schema(examples = "[\"urn:ietf:rfc:8935\"]") List<String> deliveryMethodsSupported,

        @Schema(examples = "\"https://id.example.com/ssf/streams\"")
        String configurationEndpoint,

        @Schema(examples = "\"https://id.example.com/ssf/status\"")
        String statusEndpoint,

        @Schema(examples = "\"https://id.example.com/ssf/subjects/add\"")
        String addSubjectEndpoint,

        @Schema(examples = "\"https://id.example.com/ssf/subjects/remove\"")
        String removeSubjectEndpoint,

        @Schema(examples = "\"https://id.example.com/ssf/verification\"")
        String verificationEndpoint,

        List<Scheme> authorizationSchemes,
        @Schema(examples = "\"ALL\"") String defaultSubjects) {

    /** A scheme by which clients are authorized to manage streams. */
    record Scheme(
            @Schema(examples = "\"urn:ietf:rfc:6749\"") String specUrn) {}
}
