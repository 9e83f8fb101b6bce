package dev.signet.selfservice.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.accounts.Account;
import dev.signet.apikeys.ApiKeyService;
import dev.signet.login.credentials.OwnCredentials;
import dev.signet.login.passkeys.PasskeyService;
import dev.signet.oauth.consent.ConsentService;
import dev.signet.tokens.session.SessionService;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The data of one account as JSON, with the members of the REST API. It contains no password, no secret and no key.
 */
@ApplicationScoped
class DataExport {

    private static final int PAGE_SIZE = 200;

    private final OwnCredentials credentials;
    private final PasskeyService passkeys;
    private final SessionService sessions;
    private final ConsentService consents;
    private final ApiKeyService apiKeys;
    private final ObjectMapper json;

    DataExport(
            OwnCredentials credentials,
            PasskeyService passkeys,
            SessionService sessions,
            ConsentService consents,
            ApiKeyService apiKeys,
            ObjectMapper json) {
        this.credentials = credentials;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.consents = consents;
        this.apiKeys = apiKeys;
        this.json = json;
    }

    String of(Account account) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("account", members(account));
        data.put("factors", credentials.factors(account.id()));
        data.put("passkeys", passkeys.list(account.id()));
        data.put("sessions", all(request -> sessions.list(account.id(), request, null)));
        data.put("consents", all(request -> consents.list(account.id(), request)));
        data.put("api_keys", all(request -> apiKeys.list(account.id(), request)));
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the data of an account cannot be encoded as JSON", e);
        }
    }

    private static Map<String, Object> members(Account account) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", account.id());
        members.put("username", account.username());
        members.put("name", account.name());
        members.put("email", account.email());
        members.put("email_verified", account.emailVerified());
        members.put("roles", account.roles().stream().sorted().toList());
        members.put("created_at", account.createdAt());
        members.put("updated_at", account.updatedAt());
        members.put("last_login_at", account.lastLoginAt());
        return members;
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> list) {
        List<T> items = new ArrayList<>();
        Page<T> page = list.apply(new PageRequest(PAGE_SIZE, null));
        items.addAll(page.items());
        while (page.next() != null) {
            page = list.apply(new PageRequest(PAGE_SIZE, page.next()));
            items.addAll(page.items());
        }
        return items;
    }
}
