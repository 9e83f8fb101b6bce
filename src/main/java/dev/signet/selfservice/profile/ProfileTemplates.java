package dev.signet.selfservice.profile;

import dev.signet.selfservice.AccountFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of the pages for the profile and the e-mail address. */
@CheckedTemplate(basePath = "account")
final class ProfileTemplates {

    private ProfileTemplates() {}

    static native TemplateInstance profile(AccountFrame frame, ProfileState state);

    static native TemplateInstance email(AccountFrame frame, EmailState state);

    /** @param email the e-mail address to which the link is sent */
    static native TemplateInstance emailSent(AccountFrame frame, String email);
}
