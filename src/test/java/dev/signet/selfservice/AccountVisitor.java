package dev.signet.selfservice;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import org.jsoup.nodes.Element;

import java.util.LinkedHashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A user on the account pages, with a browser. */
record AccountVisitor(TestUser user, Browser browser) {

    static AccountVisitor signedIn() {
        return signedIn(Signet.createUser());
    }

    static AccountVisitor signedIn(TestUser user) {
        AccountVisitor visitor = new AccountVisitor(user, new Browser());
        visitor.signIn(visitor.browser.open("/account/sign-in", Map.of()));
        return visitor;
    }

    /** Signs in with the password on a sign-in page. */
    Shown signIn(Shown page) {
        Shown shown = browser.signIn(page, user.username(), Signet.PASSWORD);
        assertThat(shown.response().statusCode())
                .as(shown.response().asString())
                .isEqualTo(303);
        return shown;
    }

    Shown open(String path) {
        return browser.open(path, Map.of());
    }

    /** Submits the form of a page that has this action, with fields in turn. */
    Shown submit(Shown page, String action, String... filledIn) {
        Element form = page.page().selectFirst("form[action=" + action + "]");
        assertThat(form)
                .as("a form for %s on %s", action, page.response().asString())
                .isNotNull();
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name]:not([type=checkbox])")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        for (int i = 0; i < filledIn.length; i += 2) {
            fields.put(filledIn[i], filledIn[i + 1]);
        }
        return browser.post(action, fields);
    }

    /** Opens a page, submits its form with this action and follows the redirect. */
    Shown submitAndFollow(String path, String action, String... filledIn) {
        Shown done = submit(open(path), action, filledIn);
        assertThat(done.response().statusCode()).as(done.response().asString()).isEqualTo(303);
        return open(done.location());
    }

    static String success(Shown shown) {
        return shown.page().select("[role=status]").text();
    }
}
