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

/** Who is logged in, and what an API that is called in their name is told. */
@Controller
class UserPage {

    private final RestClient http = RestClient.create();

    /** Spring hands out an access token that is still good for a minute: it refreshes it where it has to. */
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

    /** Where Signet sends the browser after the logout. */
    @GetMapping("/goodbye")
    @ResponseBody
    String goodbye() {
        return "Logged out";
    }
}
