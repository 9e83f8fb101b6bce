package dev.signet.links.request;

import dev.signet.accounts.name.Username;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.links.LinkPurpose;
import dev.signet.links.LinksConfig;
import dev.signet.links.mail.MailSetup;
import dev.signet.pages.Languages;
import dev.signet.throttle.AttemptLimits;
import dev.signet.web.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Accepts requests for links. No account is looked up here, so that the response and its time are the same whether or
 * not an account exists. {@link LinkRequestProcessor} processes the requests later.
 */
@ApplicationScoped
public class LinkRequests {

    private static final int MAX_NAME_LENGTH = 400;
    private static final Duration FULL_RETRY = Duration.ofSeconds(5);

    private final LinkRequestRepository repository;
    private final MailSetup mail;
    private final AttemptLimits limits;
    private final Caller caller;
    private final LinksConfig config;
    private final Clock clock;

    LinkRequests(
            LinkRequestRepository repository,
            MailSetup mail,
            AttemptLimits limits,
            Caller caller,
            LinksConfig config,
            Clock clock) {
        this.repository = repository;
        this.mail = mail;
        this.limits = limits;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Accepts a request.
     *
     * @param named the username or the e-mail address of an account; for a registration an e-mail address
     * @throws ServiceException {@code mail_not_configured}; {@code too_many_attempts}; {@code temporarily_unavailable}
     *     if too many requests wait
     */
    public void request(LinkPurpose purpose, String named) {
        mail.require();
        String name = named.length() > MAX_NAME_LENGTH ? named.substring(0, MAX_NAME_LENGTH) : named;
        limits.countMail(Username.key(name), caller.ipAddress());
        String language = Languages.choose(null, caller.acceptLanguage()).toLanguageTag();
        QuarkusTransaction.requiringNew().run(() -> {
            if (repository.count() >= config.maxWaiting()) {
                throw new ServiceException(ErrorCode.TEMPORARILY_UNAVAILABLE, "the queue of link requests is full")
                        .retryAfter(FULL_RETRY);
            }
            repository.persist(new StoredLinkRequest(
                    purpose, name, language, caller.ipAddress(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
        });
    }
}
