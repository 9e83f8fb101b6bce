package org.example;

import org.springframework.boot.autoconfigure.security.oauth2.resource.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

import java.util.Objects;

/** Security of the API. Programs present an access token, which is verified locally, without a request to Signet. */
@Configuration
class ApiConfiguration {

    private static final OAuth2TokenValidator<Jwt> ANY_CLIENT = new JwtClaimValidator<>("client_id", Objects::nonNull);

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(HttpSecurity http, JwtDecoder tokens) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/admin")
                        .hasRole("admin")
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(tokens)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** Accepts only access tokens ({@code typ: at+jwt}, RFC 9068); the default of Spring is {@code typ: JWT}. */
    @Bean
    JwtDecoder accessTokens(OAuth2ResourceServerProperties properties) {
        var settings = properties.getJwt();
        var decoder = NimbusJwtDecoder.withIssuerLocation(settings.getIssuerUri())
                .validateType(false)
                .build();
        decoder.setJwtValidator(JwtValidators.createAtJwtValidator()
                .issuer(settings.getIssuerUri())
                .audience(settings.getAudiences().get(0))
                .validators(checks -> checks.put("client_id", ANY_CLIENT))
                .build());
        return decoder;
    }
}
