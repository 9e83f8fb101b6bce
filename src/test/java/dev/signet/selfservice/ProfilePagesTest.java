package dev.signet.selfservice;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.Signet;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.mail.MailReceiver;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** The pages for the profile and for the change of the e-mail address. */
@QuarkusTest
class ProfilePagesTest extends MailReceiver {

    private static final String PROFILE = "/account/profile";
    private static final String EMAIL = PROFILE + "/email";

    @Test
    @Journey
    void nameIsChangedAndRemoved() {
        MailUser mailUser = MailUser.create();
        AccountVisitor visitor = AccountVisitor.signedIn(mailUser.user());

        Shown saved = visitor.submitAndFollow(PROFILE, PROFILE, "name", " Ada <Lovelace> ");

        assertThat(AccountVisitor.success(saved)).isEqualTo("Your profile is saved.");
        assertThat(saved.page().select("#name").attr("value")).isEqualTo("Ada <Lovelace>");
        mailUser.account().then().body("name", equalTo("Ada <Lovelace>"));
        visitor.submitAndFollow(PROFILE, PROFILE, "name", "");
        mailUser.account().then().body("name", nullValue());
    }

    @Test
    void unacceptableNameShowsMessage() {
        AccountVisitor visitor = AccountVisitor.signedIn();

        Shown rejected = visitor.submit(visitor.open(PROFILE), PROFILE, "name", "a".repeat(1_000));

        assertThat(rejected.response().statusCode()).isEqualTo(400);
        assertThat(rejected.alert()).startsWith("This name is too long");
    }

    @Test
    @Journey
    void emailIsChangedByTheLinkThatIsSentToIt() {
        MailUser mailUser = MailUser.create();
        AccountVisitor visitor = AccountVisitor.signedIn(mailUser.user());
        String email = "new-" + UUID.randomUUID() + "@example.com";

        Shown sent = visitor.submit(visitor.open(EMAIL), EMAIL, "email", email, "password", Signet.PASSWORD);
        assertThat(sent.heading()).isEqualTo("Check your inbox");
        mailUser.account().then().body("email", equalTo(mailUser.email()));
        String link = "/links/" + sink.mail(email, 1).token();
        Shown page = visitor.open(link);
        visitor.browser().submit(page);

        mailUser.account().then().body("email", equalTo(email)).body("email_verified", equalTo(true));
        assertThat(visitor.open(PROFILE).page().text()).as("still signed in").contains(email);
    }

    @Test
    void wrongPasswordAndMalformedEmailShowMessages() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Shown page = visitor.open(EMAIL);

        Shown wrong = visitor.submit(page, EMAIL, "email", "a@example.com", "password", "wrong");
        Shown malformed = visitor.submit(page, EMAIL, "email", "no address", "password", Signet.PASSWORD);

        assertThat(wrong.response().statusCode()).isEqualTo(400);
        assertThat(wrong.alert()).isEqualTo("Incorrect password or code.");
        assertThat(wrong.page().select("#email").attr("value")).isEqualTo("a@example.com");
        assertThat(malformed.alert()).isEqualTo("Enter a valid email address.");
    }
}
