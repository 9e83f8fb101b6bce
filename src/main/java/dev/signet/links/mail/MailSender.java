package dev.signet.links.mail;

import dev.signet.accounts.name.EmailAddress;
import dev.signet.error.Settings;
import dev.signet.pages.Branding;
import dev.signet.tracing.ActiveSpan;
import dev.signet.tracing.SpanAttribute;
import dev.signet.tracing.Tracing;
import dev.signet.web.vertx.EventLoops;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a mail and waits until the mail server has accepted it. Connections are kept for the next mail. */
@Singleton
final class MailSender {

    private static final Settings SETTINGS = Settings.under("quarkus.mailer");
    private static final String MAILER = "<default>";
    private static final String PURPOSE = "mail";

    private final Mailer mock;
    private final MailConfig config;
    private final MailersRuntimeConfig settings;
    private final TlsConfigurationRegistry registry;
    private final Vertx vertx;
    private final Branding branding;
    private final Tracing tracing;
    private final Context context;
    private volatile @Nullable MailClient client;

    MailSender(
            Mailer mock,
            MailConfig config,
            MailersRuntimeConfig settings,
            TlsConfigurationRegistry registry,
            Vertx vertx,
            Branding branding,
            Tracing tracing) {
        this.mock = mock;
        this.config = config;
        this.settings = settings;
        this.registry = registry;
        this.vertx = vertx;
        this.branding = branding;
        this.tracing = tracing;
        // One event loop connects, sends and receives. If another thread called the client, the server's greeting could
        // arrive before the handler of the new connection is set, and would be lost.
        this.context = EventLoops.newContext(vertx);
    }

    // Invalid settings stop the start.
    void onStart(@Observes StartupEvent event) {
        if (settings().from().isPresent() && !isMock()) {
            try {
                from();
            } catch (IllegalArgumentException e) {
                throw SETTINGS.invalid("from", "is not an e-mail address: " + e.getMessage());
            }
            client();
        }
    }

    void send(MailContent content) {
        if (isMock()) {
            mock.send(Mail.withText(content.to(), content.subject(), content.text())
                    .setHtml(content.html()));
            return;
        }
        MailMessage message = message(content);
        ActiveSpan span = tracing.startCall(PURPOSE);
        span.set(SpanAttribute.PURPOSE, PURPOSE);
        span.set(SpanAttribute.HOST, settings().host());
        try {
            send(message);
        } catch (CompletionException e) {
            // The message may contain the recipient.
            span.set(
                    SpanAttribute.ERROR,
                    Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName());
            span.fail();
            throw e;
        } finally {
            span.end();
        }
    }

    private void send(MailMessage message) {
        MailClient mailClient = client();
        CompletableFuture<Void> future = new CompletableFuture<>();
        context.runOnContext(ignored -> mailClient
                .sendMail(message)
                .onSuccess(result -> future.complete(null))
                .onFailure(future::completeExceptionally));
        await(future);
    }

    private void await(CompletableFuture<Void> future) {
        try {
            future.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new CompletionException("the mail server did not respond within " + config.timeout(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private MailMessage message(MailContent content) {
        MailFrom from = from();
        MailMessage message = new MailMessage();
        settings().bounceAddress().ifPresent(message::setBounceAddress);
        return message.setFrom(from.email())
                .setTo(EmailAddress.deliverable(content.to()))
                .setSubject(content.subject())
                .setText(content.text())
                .setHtml(content.html())
                .addHeader("From", from.header())
                .addHeader("Message-ID", "<" + UUID.randomUUID() + "@" + from.domain() + ">")
                // RFC 3834 §5: prevents automatic responses.
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private MailerRuntimeConfig settings() {
        return Objects.requireNonNull(settings.mailers().get(MAILER), "settings of the mailer");
    }

    private MailFrom from() {
        return MailFrom.parse(settings().from().orElseThrow(), branding.getName());
    }

    private boolean isMock() {
        return settings().mock().orElse(LaunchMode.current().isDevOrTest());
    }

    private synchronized MailClient client() {
        MailClient present = client;
        if (present == null) {
            present = MailClient.create(vertx, MailServerConfig.read(settings(), registry, config.timeout()));
            client = present;
        }
        return present;
    }

    @PreDestroy
    void close() {
        MailClient present = client;
        if (present != null) {
            context.runOnContext(ignored -> present.close());
        }
    }
}
