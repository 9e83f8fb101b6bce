package dev.signet.oauth.authorize;

import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.oauth.request.Prompt;
import dev.signet.oauth.request.ResponseMode;
import dev.signet.pages.Languages;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Metadata of the authorization endpoint (RFC 8414 §2, RFC 9207 §3, OpenID Connect Discovery §3). */
@Singleton
final class AuthorizationMetadata implements MetadataSource {

    private final Issuer issuer;

    AuthorizationMetadata(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        metadata.put("authorization_endpoint", issuer.url(AuthorizeResource.PATH));
        metadata.put("response_types_supported", List.of("code"));
        metadata.put(
                "response_modes_supported",
                Arrays.stream(ResponseMode.values()).map(ResponseMode::wire).toList());
        metadata.put("code_challenge_methods_supported", List.of("S256"));
        metadata.put("authorization_response_iss_parameter_supported", true);
        metadata.put(
                "prompt_values_supported",
                Arrays.stream(Prompt.values()).map(Prompt::wire).toList());
        metadata.put(
                "ui_locales_supported",
                Languages.SUPPORTED.stream().map(Locale::toLanguageTag).toList());
    }
}
