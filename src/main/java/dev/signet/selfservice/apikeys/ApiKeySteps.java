package dev.signet.selfservice.apikeys;

import dev.signet.apikeys.ApiKeyRevocation;
import dev.signet.apikeys.ApiKeyService;
import dev.signet.apikeys.ApiKeyView;
import dev.signet.apikeys.NewApiKey;
import dev.signet.apikeys.RequestedExpiry;
import dev.signet.clients.Scope;
import dev.signet.error.RejectionReason;
import dev.signet.error.ServiceException;
import dev.signet.selfservice.AccountAccess;
import dev.signet.selfservice.AccountNotice;
import dev.signet.selfservice.AccountPage;
import dev.signet.selfservice.AccountSubmission;
import dev.signet.selfservice.AccountVisit;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Processes the forms of the page for API keys. */
@ApplicationScoped
class ApiKeySteps {

    private static final int BAD_REQUEST = 400;
    private static final PageRequest FIRST_PAGE = new PageRequest(50, null);
    private static final Map<String, Duration> TIMES_TO_LIVE =
            Map.of("30", Duration.ofDays(30), "90", Duration.ofDays(90), "365", Duration.ofDays(365));

    private final AccountAccess access;
    private final ApiKeyService keys;
    private final ApiKeyRevocation revocation;
    private final Clock clock;

    ApiKeySteps(AccountAccess access, ApiKeyService keys, ApiKeyRevocation revocation, Clock clock) {
        this.access = access;
        this.keys = keys;
        this.revocation = revocation;
        this.clock = clock;
    }

    TemplateInstance page(AccountVisit visit, PageRequest request) {
        return page(visit, request, "", "");
    }

    /** Creates a key with the default audience and the scopes of the login; the page with the key is shown once. */
    ResponseBuilder<String> create(AccountSubmission form) {
        String name = form.text("name").strip();
        try {
            List<String> roles = roles(form.visit()).stream()
                    .filter(role -> !form.text("role." + role).isEmpty())
                    .toList();
            NewApiKey requested = new NewApiKey(name, Scope.EMPTY, roles, List.of(), expiry(form.text("days")));
            ApiKeyView created = keys.create(form.accountId(), requested, form.accountId());
            return access.render(ApiKeyTemplates.newApiKey(
                    form.visit().frame(), name, Objects.requireNonNullElse(created.apiKey(), "")));
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            return switch (rejection.code()) {
                case INVALID_REQUEST ->
                    showAgain(
                            form,
                            "name".equals(rejection.members().get("member")) ? ApiKeyForm.NAME : ApiKeyForm.INVALID,
                            name);
                case LIMIT_REACHED -> showAgain(form, ApiKeyForm.LIMIT, name);
                default -> throw rejection;
            };
        }
    }

    ResponseBuilder<String> revoke(AccountSubmission form, UUID id) {
        revocation.revoke(form.accountId(), id, form.accountId());
        return access.redirect(AccountPage.API_KEYS, AccountNotice.API_KEY_REVOKED);
    }

    private ResponseBuilder<String> showAgain(AccountSubmission form, String notice, String typed) {
        return access.render(page(form.visit(), FIRST_PAGE, notice, typed)).status(BAD_REQUEST);
    }

    private TemplateInstance page(AccountVisit visit, PageRequest request, String notice, String typed) {
        Page<ShownApiKey> page =
                keys.list(visit.accountId(), request).map(key -> ShownApiKey.of(key, visit.language()));
        return ApiKeyTemplates.apiKeys(
                visit.frame(),
                page.items(),
                Objects.requireNonNullElse(page.next(), ""),
                new ApiKeyForm(notice, typed, roles(visit)));
    }

    private static List<String> roles(AccountVisit visit) {
        return visit.account().roles().stream().sorted().toList();
    }

    // Any other value is the default of the service.
    private @Nullable RequestedExpiry expiry(String days) {
        Duration timeToLive = TIMES_TO_LIVE.get(days);
        return timeToLive == null
                ? null
                : new RequestedExpiry(clock.instant().plus(timeToLive).truncatedTo(ChronoUnit.MICROS));
    }
}
