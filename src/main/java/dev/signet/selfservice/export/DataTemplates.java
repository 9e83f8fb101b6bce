package dev.signet.selfservice.export;

import dev.signet.selfservice.AccountFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of the pages for the user's data. */
@CheckedTemplate(basePath = "account")
final class DataTemplates {

    private DataTemplates() {}

    static native TemplateInstance data(AccountFrame frame, DataState state);

    static native TemplateInstance deleted();
}
