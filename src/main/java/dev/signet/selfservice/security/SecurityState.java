package dev.signet.selfservice.security;

import dev.signet.accounts.factor.FactorList;
import dev.signet.accounts.factor.FactorView;
import dev.signet.selfservice.ShownTime;
import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * The second factors of the account, and the form that the page shows again.
 *
 * @param form the form with a message; empty if there is none
 * @param notice the message
 * @param authenticator whether the account has an authenticator app
 * @param locked whether the app accepts no code after too many wrong codes
 * @param factorId the id of the app; empty if there is none
 */
@TemplateData
record SecurityState(
        String form,
        String notice,
        boolean authenticator,
        boolean locked,
        String factorId,
        @Nullable ShownTime since,
        @Nullable ShownTime lastUsed,
        int recoveryCodesLeft) {

    static final String PASSWORD = "password";
    static final String PASSKEY = "passkey";
    static final String ENROLMENT = "enrolment";
    static final String REMOVAL = "removal";
    static final String RECOVERY = "recovery";

    static final String WRONG = "wrong";
    static final String REJECTED = "rejected";
    static final String THROTTLED = "throttled";
    static final String EXPIRED = "expired";

    static SecurityState of(FactorList factors, String form, String notice, Locale language) {
        FactorView app = factors.items().stream().findFirst().orElse(null);
        if (app == null) {
            return new SecurityState(form, notice, false, false, "", null, null, factors.recoveryCodesLeft());
        }
        return new SecurityState(
                form,
                notice,
                true,
                app.locked(),
                app.id().toString(),
                ShownTime.of(app.createdAt(), language),
                app.lastUsedAt() == null ? null : ShownTime.of(app.lastUsedAt(), language),
                factors.recoveryCodesLeft());
    }
}
