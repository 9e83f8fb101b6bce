package dev.signet.links.mail;

import dev.signet.delivery.Lanes;
import dev.signet.support.Polling;
import dev.signet.support.SettableClock;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;

/** Concurrent delivery of the mails that are due. */
@QuarkusTest
@OnBothStacks
class MailDeliveryTest {

    @Inject
    MailRepository repository;

    @Inject
    MailSender sender;

    @Inject
    MailConfig config;

    @Inject
    SecureRandom random;

    private final SettableClock clock = SettableClock.atNow();
    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stall = new CountDownLatch(1);

    @Test
    void stalledMailDoesNotDelayOthers() throws Exception {
        // The application itself sends the mails that are due now.
        clock.advance(Duration.ofHours(2));
        MailDelivery delivery = new MailDelivery(repository, new StallingMailWriter(), sender, config, clock, random);
        Lanes lanes = new Lanes("test-mail", 2);
        try {
            String stalled = due("stalled");
            delivery.deliver(lanes);
            Polling.await().until(() -> written.contains(stalled));

            for (int i = 0; i < 3; i++) {
                String next = due("next");
                Polling.await().until(() -> {
                    delivery.deliver(lanes);
                    return written.contains(next);
                });
            }

            assertThat(stall.getCount()).as("the first one still stalls").isEqualTo(1);
        } finally {
            stall.countDown();
            lanes.close();
        }
    }

    private String due(String prefix) {
        String to = prefix + "-" + UUID.randomUUID() + "@example.com";
        UUID account = UUID.fromString(Signet.createUser().id());
        OutgoingMail mail = OutgoingMail.toAccount(MailKind.PASSWORD_CHANGED, account, "en", "")
                .to(to);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        repository.persist(new StoredMail(mail, clock.instant().minusSeconds(60))));
        return to;
    }

    private final class StallingMailWriter implements MailWriter {

        @Override
        public Optional<MailContent> write(OutgoingMail mail) {
            String to = String.valueOf(mail.recipient());
            written.add(to);
            if (to.startsWith("stalled")) {
                try {
                    stall.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return Optional.empty();
        }

        @Override
        public void onSent(OutgoingMail mail) {
            throw new AssertionError("nothing was written");
        }
    }
}
