package org.example;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Security of the pages: login through Signet, logout from here, and back-channel logout. */
@Configuration
class LoginConfiguration {

    @Bean
    SecurityFilterChain pageSecurity(HttpSecurity http, ClientRegistrationRepository clients) throws Exception {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/goodbye").permitAll().anyRequest().authenticated())
                .oauth2Login(login ->
                        login.authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(withProofKey(clients))))
                .logout(logout -> logout.logoutSuccessHandler(logOutOfSignet(clients)))
                .oidcLogout(logout -> logout.backChannel(withDefaults()))
                .build();
    }

    /** Enables PKCE, which Signet requires from every client; by default Spring Security 6 uses it for public clients only. */
    private static OAuth2AuthorizationRequestResolver withProofKey(ClientRegistrationRepository clients) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    private static LogoutSuccessHandler logOutOfSignet(ClientRegistrationRepository clients) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}/goodbye");
        return handler;
    }
}
