package dev.signet.selfservice.apikeys;

import dev.signet.selfservice.AccountFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import java.util.List;

/** Templates of the page for API keys. */
@CheckedTemplate(basePath = "account")
final class ApiKeyTemplates {

    private ApiKeyTemplates() {}

    /** @param next the cursor of the next page; empty if there is none */
    static native TemplateInstance apiKeys(AccountFrame frame, List<ShownApiKey> keys, String next, ApiKeyForm form);

    /** @param value the API key, shown only once */
    static native TemplateInstance newApiKey(AccountFrame frame, String name, String value);
}
