package dev.signet.web.http;

import io.quarkus.vertx.http.runtime.attribute.ExchangeAttributeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LogRedactionTest {

    private static final String TOKEN = "sgl_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @ParameterizedTest
    @CsvSource({
        "/links/TOKEN, /links/***",
        "/below/a/path/links/TOKEN, /below/a/path/links/***",
        "GET /links/TOKEN HTTP/1.1, GET /links/*** HTTP/1.1",
        "https://id.example/links/TOKEN?x=y, https://id.example/links/***?x=y",
        "/links/sgl%5FAAAA%41, /links/***",
        "/links/%73gl_AAAA, /links/***",
        "/LINKS/TOKEN, /LINKS/sgl_***",
        "//links//TOKEN, //links//sgl_***",
        "/login?next=%2Flinks%2FTOKEN, /login?next=%2Flinks%2Fsgl_***",
        "/x%2fsgl%5FAAAAAAAAAAAAAAAAAAAAAAA, /x%2fsgl%5F***",
        "Bearer%20eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.AAAA, Bearer%20eyJ***",
        "/links;a=b/TOKEN, /links;a=b/sgl_***",
        "ticket=sgt_AAAAAAAAAAAAAAAAAAAAAAA, ticket=sgt_***",
        "id_token_hint=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.AAAA, id_token_hint=eyJ***"
    })
    void secretsInUrlsAreNotLogged(String text, String redacted) {
        assertThat(LogRedaction.of(text.replace("TOKEN", TOKEN))).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/links/new/password-reset",
                "/links/second-factor",
                "/auth/links/password-reset",
                "/auth/login",
                "/admin/accounts/01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10",
                ""
            })
    void urlsWithoutSecretsAreLoggedUnchanged(String text) {
        assertThat(LogRedaction.of(text)).isEqualTo(text);
    }

    @Test
    void everyAttributeOfTheAccessLogIsRedacted() {
        ExchangeAttributeParser parser = new ExchangeAttributeParser(getClass().getClassLoader(), List.of());

        for (String token : List.of("%R", "%r", "%U", "%q", "%{i,Referer}", "%m")) {
            assertThat(parser.parse(token).toString()).as(token).contains("Redacted");
        }
    }
}
