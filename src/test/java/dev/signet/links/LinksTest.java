package dev.signet.links;

import dev.signet.links.mail.MailKind;
import dev.signet.links.mail.MailOutbox;
import dev.signet.support.SettableClock;
import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.Signet;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.mail.SmtpSink;
import dev.signet.tokens.notbefore.NotBefore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

/** Links as stored in the table: expiry, concurrent use and replacement, and no usable secret. */
@QuarkusTest
@OnBothStacks
class LinksTest {

    private static final Duration LIFE = Duration.ofMinutes(30);

    @Inject
    LinkRepository repository;

    @Inject
    MailOutbox outbox;

    @Inject
    NotBefore notBefore;

    @Inject
    SecureRandom random;

    @Inject
    DataSource database;

    private final SettableClock clock = SettableClock.atNow();
    private final String subject = "subject-" + UUID.randomUUID();
    private Links links;

    @BeforeEach
    void createWithSettableClock() {
        links = new Links(repository, outbox, clock, random);
    }

    @Test
    void linkIsValidUntilItExpires() {
        String token = links.issue(link());

        clock.advance(LIFE.minusSeconds(1));
        assertThat(links.find(token)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(links.find(token)).isEmpty();
    }

    @Test
    void linkThatExpiresOnItsPageIsNotUsed() {
        ValidLink shown = links.find(links.issue(link())).orElseThrow();

        clock.advance(LIFE);

        assertThat(consume(links, shown)).isFalse();
    }

    @Test
    void linkWorksOnceAcrossNodes() {
        Links other = new Links(repository, outbox, clock, random);
        String token = links.issue(link());

        ValidLink seenThere = other.find(token).orElseThrow();
        assertThat(consume(other, seenThere)).isTrue();

        assertThat(links.find(token)).isEmpty();
        assertThat(consume(links, seenThere)).isFalse();
    }

    @Test
    void concurrentlyIssuedLinksLeaveOneValid() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> links.issue(link()));
            }
            List<String> good = new ArrayList<>();
            for (Future<String> token : threads.invokeAll(calls)) {
                if (links.find(token.get()).isPresent()) {
                    good.add(token.get());
                }
            }
            assertThat(good).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void expiredLinksAreRemoved() throws SQLException {
        links.issue(link());
        clock.advance(LIFE);

        assertThat(Sweep.table("action_link", clock.instant())).isPositive();

        assertThat(count("select count(*) from action_link where subject = '" + subject + "'"))
                .isZero();
    }

    @Test
    void revocationWithdrawsUnsentEmailChange() throws SQLException {
        UUID account = UUID.fromString(Signet.createUser().id());
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into mail (id, kind, account_id, address, language,"
                                + " requested_from, attempts, next_attempt_at) values (?, ?, ?, 'a@example.com', 'en', '', 0,"
                                + " current_timestamp + interval '1' hour)")) {
            for (MailKind kind : List.of(MailKind.EMAIL_CHANGE, MailKind.PASSWORD_CHANGED)) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, kind.name());
                insert.setObject(3, account);
                insert.executeUpdate();
            }
        }

        notBefore.set(account, null, null);

        String waiting = "select count(*) from mail where account_id = '" + account + "'";
        assertThat(count(waiting + " and kind = 'EMAIL_CHANGE'")).isZero();
        assertThat(count(waiting)).isEqualTo(1);
    }

    @Test
    void linksAreNotStoredInPlainText() throws SQLException {
        String token = links.issue(link());

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("action_link", "mail", "link_request")) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            assertThat(String.valueOf(rows.getObject(i))).doesNotContain(token);
                        }
                    }
                }
            }
        }
        assertThat(links.toString() + links.find(token).orElseThrow()).doesNotContain(token);
    }

    /** Accounts from before usernames with an at sign were restricted can still have such a username. */
    @Test
    void emailOwnerReceivesLinkDespiteEqualUsername() throws SQLException {
        try (SmtpSink sink = SmtpSink.start()) {
            MailUser owner = MailUser.create();
            MailUser earlier = MailUser.create();
            update("update account set username = '" + owner.email() + "', username_key = '" + owner.email()
                    + "' where id = '" + earlier.user().id() + "'");

            MailUser.requestLink("password-reset", owner.email()).then().statusCode(202);

            assertThat(sink.mail(owner.email()).text()).contains(owner.username());
            assertThat(sink.mail(earlier.email()).hasLink()).isTrue();
            earlier.patch(Map.of("enabled", false));
        }
    }

    @Test
    void malformedTokenFindsNoLink() {
        for (String token :
                List.of("", "sgl_", "A".repeat(47), "sgl_" + "A".repeat(10_000), "' or 1=1 --", "sgl_\u0000")) {
            assertThat(links.find(token)).isEmpty();
        }
    }

    private NewLink link() {
        return new NewLink(
                LinkPurpose.REGISTRATION,
                subject,
                null,
                null,
                null,
                "a@example.com",
                clock.instant().plus(LIFE));
    }

    private static boolean consume(Links there, ValidLink link) {
        return QuarkusTransaction.requiringNew().call(() -> there.consume(link));
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void update(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement update = connection.createStatement()) {
            update.executeUpdate(statement);
        }
    }
}
