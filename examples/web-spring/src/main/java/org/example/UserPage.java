package org.example;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Page that shows the signed-in user, and the response of an API that it calls with the access token of the user. */
@Controller
class UserPage {

    private final RestClient http = RestClient.create();

    /** Calls the API. Spring refreshes an access token that expires within a minute. */
    @GetMapping("/")
    String show(
            @AuthenticationPrincipal OidcUser user,
            @RegisteredOAuth2AuthorizedClient("signet") OAuth2AuthorizedClient signet,
            Model page) {
        Api.Caller caller = http.get()
                .uri(ServletUriComponentsBuilder.fromCurrentContextPath().path("/api/me").toUriString())
                .headers(headers -> headers.setBearerAuth(signet.getAccessToken().getTokenValue()))
                .retrieve()
                .body(Api.Caller.class);
        page.addAttribute("username", user.getPreferredUsername());
        page.addAttribute("caller", caller);
        return "user";
    }

    /** Page to which Signet redirects the browser after the logout. */
    @GetMapping("/goodbye")
    @ResponseBody
    String goodbye() {
        return "Logged out";
    }
}
