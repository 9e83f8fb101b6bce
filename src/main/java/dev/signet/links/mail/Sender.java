package dev.signet.links.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.inject.Singleton;

/** Hands a mail to the server, and waits until the server has taken it. */
@Singleton
final class Sender {

    private final ReactiveMailer mailer;
    private final MailConfig config;

    Sender(ReactiveMailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    void send(Letter letter) {
        Mail mail = Mail.withText(letter.to(), letter.subject(), letter.text())
                .setHtml(letter.html())
                // RFC 3834 §5: so that nothing answers by itself.
                .addHeader("Auto-Submitted", "auto-generated");
        mailer.send(mail).await().atMost(config.timeout());
    }
}
