package dev.signet.pages;

import dev.signet.error.ErrorPages;
import dev.signet.error.ServiceException;
import dev.signet.web.caller.Caller;
import dev.signet.web.http.PagePolicy;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Renders templates as responses: in the user's language, with a content policy, and never cached. */
@Singleton
public class Pages implements ErrorPages {

    private static final String HTML = "text/html;charset=UTF-8";

    private final Caller caller;
    private final PagePolicy policies;

    Pages(Caller caller, PagePolicy policies) {
        this.caller = caller;
        this.policies = policies;
    }

    /** Renders a page; the caller adds cookies and a status other than 200. */
    public ResponseBuilder<String> show(TemplateInstance page, @Nullable String uiLocales, ContentPolicy policy) {
        Locale language = Languages.choose(uiLocales, caller.acceptLanguage());
        policies.replace(policy.header());
        return ResponseBuilder.ok(page.setLocale(language).render(), HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Renders the page after sign-out: no user is signed in with this browser. */
    public ResponseBuilder<String> signedOut(@Nullable String uiLocales) {
        return signedOut(uiLocales, null, "");
    }

    /**
     * Renders the page like {@link #signedOut(String)}, with a link to a registered URI of an application unless the
     * URI is null.
     */
    public ResponseBuilder<String> signedOut(
            @Nullable String uiLocales, @Nullable String returnUri, String application) {
        return show(PageTemplates.signedOut(returnUri, application), uiLocales, ContentPolicy.STRICT);
    }

    @Override
    public Response page(ServiceException rejection) {
        return show(PageTemplates.error(rejection.code().wire(), caller.requestId()), null, ContentPolicy.STRICT)
                .status(rejection.code().status())
                .build()
                .toResponse();
    }
}
