package dev.signet.links;

import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.accounts.name.Username;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /links/{token}}. Only the members that the purpose of the link needs are accepted. */
record LinkUseBody(
        @Schema(examples = "\"a longer and a better one\"") @Nullable
        String newPassword,

        @Schema(examples = "true") @Nullable Boolean revokeApiKeys,
        @Schema(examples = "\"alice\"") @Nullable String username,

        @Schema(examples = "\"correct horse battery staple\"") @Nullable
        String password,

        @Schema(examples = "\"287082\"") @Nullable String otp,

        @Schema(examples = "\"K7QM-2XWD-VB4N-H3RT\"") @Nullable
        String recoveryCode) {

    private static final int MAX_LENGTH = 4_096;

    static final LinkUseBody EMPTY = new LinkUseBody(null, null, null, null, null, null);

    void requireOnlyMembersOf(LinkPurpose purpose) {
        boolean reset = purpose == LinkPurpose.PASSWORD_RESET;
        rejectIf(!reset && newPassword != null, "new_password");
        rejectIf(!reset && revokeApiKeys != null, "revoke_api_keys");
        rejectIf(!purpose.createsAccount() && username != null, "username");
        boolean change = purpose == LinkPurpose.EMAIL_CHANGE;
        rejectIf(!change && !purpose.createsAccount() && password != null, "password");
        rejectIf(!change && otp != null, "otp");
        rejectIf(!change && recoveryCode != null, "recovery_code");
    }

    String requiredNewPassword() {
        return required("new_password", newPassword);
    }

    boolean revokesApiKeys() {
        return Boolean.TRUE.equals(revokeApiKeys);
    }

    /** Returns the password of the account, or an empty string if it is missing. */
    String presentedPassword() {
        return password == null ? "" : required("password", password);
    }

    @Nullable
    PresentedFactor factor() {
        return PresentedFactor.of(otp, recoveryCode).orElse(null);
    }

    String requiredPassword() {
        return required("password", password);
    }

    /** Returns the username of the new account. If the invitation sets one, no other is accepted. */
    String username(UsableLink link) {
        String preset = link.username();
        rejectIf(
                !preset.isEmpty() && username != null && !Username.key(preset).equals(Username.key(username)),
                "username");
        return preset.isEmpty() ? required("username", username) : preset;
    }

    private static String required(String member, @Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > MAX_LENGTH) {
            throw ServiceException.invalidMember(member, member + " is missing or too long");
        }
        return value;
    }

    private static void rejectIf(boolean rejected, String member) {
        if (rejected) {
            throw ServiceException.invalidMember(member, member + " is not allowed for this link");
        }
    }

    @Override
    public String toString() {
        return "LinkUseBody";
    }
}
