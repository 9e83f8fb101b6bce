package dev.signet.selfservice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of the start page and the overview. */
@CheckedTemplate(basePath = "account")
final class AccountTemplates {

    private AccountTemplates() {}

    static native TemplateInstance start(String username);

    static native TemplateInstance overview(AccountFrame frame);
}
