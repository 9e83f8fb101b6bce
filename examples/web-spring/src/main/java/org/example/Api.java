package org.example;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** API for programs with an access token. */
@RestController
@RequestMapping("/api")
class Api {

    /** The caller, as described by the access token. */
    record Caller(String subject, List<String> roles, String token) {}

    @GetMapping("/me")
    Caller me(@AuthenticationPrincipal Jwt token) {
        return new Caller(token.getSubject(), token.getClaimAsStringList("groups"), token.getId());
    }

    @GetMapping("/admin")
    String administrators() {
        return "Only administrators can view this";
    }
}
