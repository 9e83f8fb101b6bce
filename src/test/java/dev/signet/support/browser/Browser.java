package dev.signet.support.browser;

import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Browser without scripts: it stores cookies, reads pages and fills in their forms. It shows redirects instead of
 * following them.
 */
public final class Browser {

    private static final int MAX_REDIRECTS = 5;

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String languages = "en";

    /** Result of a request: a page or a redirect. */
    public record Shown(Response response) {

        public Document page() {
            return Jsoup.parse(response.asString());
        }

        /** Asserts the error page of a form that is forged, expired or already used. */
        public void assertPageExpired() {
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(location()).isNull();
            assertThat(page().select("code").first().text()).isEqualTo("page_expired");
        }

        public String location() {
            return response.header("Location");
        }

        /** Returns the URL of the form's action. */
        public String action() {
            return form().attr("action");
        }

        public String heading() {
            return page().select("h1").text();
        }

        public String alert() {
            return page().select("[role=alert]").text();
        }

        /** Returns the values that the unchanged form would send. */
        public Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            form().select("input[name]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
            return fields;
        }

        private Element form() {
            Element form = page().selectFirst("form");
            assertThat(form).as("a form on %s", response.asString()).isNotNull();
            return form;
        }
    }

    public Browser speaking(String acceptLanguage) {
        languages = acceptLanguage;
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Shown open(String path, Map<String, ?> query) {
        return shown(request().queryParams(query).get(path));
    }

    /** Opens a path with one query parameter twice. */
    public Shown openTwice(String path, Map<String, String> query, String name, String again) {
        return shown(request().queryParams(query).queryParam(name, again).get(path));
    }

    /** Opens a path with a {@code Cookie} header of any kind. */
    public Shown openWith(String path, Map<String, String> query, String cookieHeader) {
        return shown(request().header("Cookie", cookieHeader).queryParams(query).get(path));
    }

    /** Opens a path with its query, as a link contains it. */
    public Shown follow(String link) {
        Shown shown = shown(request().urlEncodingEnabled(false).get(link));
        for (int i = 0;
                i < MAX_REDIRECTS
                        && shown.location() != null
                        && shown.location().startsWith("/");
                i++) {
            shown = shown(request().urlEncodingEnabled(false).get(shown.location()));
        }
        return shown;
    }

    /** Fills in the form of a page, names and values in turn, and sends it. */
    public Shown submit(Shown page, String... filledIn) {
        Map<String, String> fields = page.fields();
        for (int i = 0; i < filledIn.length; i += 2) {
            fields.put(filledIn[i], filledIn[i + 1]);
        }
        return post(page.action(), fields);
    }

    public Shown post(String path, Map<String, String> fields) {
        return shown(
                request().contentType(ContentType.URLENC).formParams(fields).post(path));
    }

    public Shown signIn(Shown page, String username, String password) {
        return submit(page, "username", username, "password", password, "action", "continue");
    }

    private RequestSpecification request() {
        return given().redirects()
                .follow(false)
                .header("Accept", "text/html")
                .header("Accept-Language", languages)
                .cookies(cookies);
    }

    private Shown shown(Response response) {
        List<Cookie> set = response.detailedCookies().asList();
        set.forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return new Shown(response);
    }
}
