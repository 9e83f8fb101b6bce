package dev.signet.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of this room. */
@CheckedTemplate(basePath = "pages")
final class PageTemplates {

    private PageTemplates() {}

    static native TemplateInstance error(String code, String requestId);

    static native TemplateInstance signedOut();
}
