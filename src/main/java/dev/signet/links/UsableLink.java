package dev.signet.links;

import dev.signet.accounts.Account;
import dev.signet.links.admission.Invitation;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** A link that may be used now, with its account or invitation. */
public record UsableLink(
        ValidLink link, @Nullable Account account, @Nullable Invitation invitation) {

    /** Returns the purpose of the link. */
    public LinkPurpose purpose() {
        return link.purpose();
    }

    /** Returns the account of a link that has one. */
    public Account requiredAccount() {
        return Objects.requireNonNull(account, "the link has no account");
    }

    /** Returns the username that is already fixed; empty if there is none. */
    public String username() {
        if (account != null) {
            return account.username();
        }
        return invitation == null ? "" : Objects.requireNonNullElse(invitation.username(), "");
    }

    @Override
    public String toString() {
        return "UsableLink[" + link.id() + "]";
    }
}
