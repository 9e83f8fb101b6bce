package dev.signet.selfservice.access;

import dev.signet.selfservice.AccountFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import java.util.List;

/** Templates of the pages for sessions and applications; {@code next} is the cursor of the next page, or empty. */
@CheckedTemplate(basePath = "account")
final class AccessTemplates {

    private AccessTemplates() {}

    static native TemplateInstance sessions(AccountFrame frame, List<ShownSession> sessions, String next);

    static native TemplateInstance applications(AccountFrame frame, List<ShownApplication> applications, String next);
}
