package dev.signet.links.mail.text;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of the mails, as text and as HTML. */
@CheckedTemplate(basePath = "links")
final class MailTemplates {

    private MailTemplates() {}

    static native TemplateInstance mailText(MailText mail);

    static native TemplateInstance mailHtml(MailText mail);
}
