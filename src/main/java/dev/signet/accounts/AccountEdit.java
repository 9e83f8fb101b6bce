package dev.signet.accounts;

import dev.signet.accounts.event.AccessReductionReason;
import dev.signet.accounts.name.DisplayName;
import dev.signet.accounts.name.EmailAddress;
import dev.signet.accounts.name.Username;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.database.SpaceSeparatedValues;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An edit of one account. Collects the security events to record and the reasons why existing tokens claim too much.
 */
final class AccountEdit {

    private final StoredAccount account;
    private final List<SecurityEvent> events = new ArrayList<>();
    private final Set<AccessReductionReason> reductions = EnumSet.noneOf(AccessReductionReason.class);
    private final Set<String> changed = new TreeSet<>();
    private boolean passwordChanged;
    private boolean rolesChanged;
    private boolean enabled;
    private @Nullable String formerEmail;

    AccountEdit(StoredAccount account) {
        this.account = account;
    }

    void apply(AccountChange change, @Nullable String passwordHash, Instant at) {
        value(change.username()).ifPresent(this::rename);
        if (change.name() != null) {
            name(change.name().orElse(null));
        }
        if (change.email() != null) {
            email(change.email().orElse(null));
        }
        value(change.emailVerified()).ifPresent(this::emailVerified);
        if (changed.stream().anyMatch(member -> !member.equals("name"))) {
            // Checked only here, so that an account created before this rule can still be disabled or get other roles.
            account.requireVerifiedIfEmailLike();
        }
        if (!changed.isEmpty()) {
            account.updatedAt = at;
        }
        value(change.enabled()).ifPresent(enabled -> status(enabled ? AccountStatus.ACTIVE : AccountStatus.DISABLED));
        value(change.roles()).ifPresent(roles -> roles(new HashSet<>(roles)));
        if (passwordHash != null) {
            account.setPassword(passwordHash, at);
            passwordChanged = true;
            events.add(SecurityEvent.of(EventType.ACCOUNT_PASSWORD_CHANGED));
            reductions.add(AccessReductionReason.PASSWORD_CHANGED);
        }
    }

    private void rename(String username) {
        String accepted = Username.accept(username);
        if (!accepted.equals(account.username)) {
            account.setUsername(accepted);
            changed.add("username");
        }
    }

    private void name(@Nullable String name) {
        String accepted = name == null ? null : DisplayName.accept(name);
        if (!Objects.equals(accepted, account.name)) {
            account.name = accepted;
            changed.add("name");
        }
    }

    private void email(@Nullable String email) {
        String accepted = email == null ? null : EmailAddress.accept(email);
        if (!Objects.equals(accepted, account.email)) {
            formerEmail = account.email;
            account.setEmail(accepted);
            account.emailVerified = false;
            changed.add("email");
        }
    }

    private void emailVerified(boolean verified) {
        if (verified != account.emailVerified && account.email != null) {
            account.emailVerified = verified;
            changed.add("email_verified");
        }
    }

    void status(AccountStatus status) {
        if (status == account.status) {
            return;
        }
        boolean wasActive = account.isActive();
        enabled = status == AccountStatus.ACTIVE;
        account.status = status;
        events.add(SecurityEvent.of(
                switch (status) {
                    case ACTIVE -> EventType.ACCOUNT_ENABLED;
                    case DISABLED -> EventType.ACCOUNT_DISABLED;
                }));
        if (wasActive) {
            reductions.add(AccessReductionReason.ACCOUNT_DISABLED);
        }
    }

    private void roles(Set<String> roles) {
        if (roles.equals(account.roles)) {
            return;
        }
        if (!roles.containsAll(account.roles)) {
            reductions.add(AccessReductionReason.ROLE_REMOVED);
        }
        account.roles.retainAll(roles);
        account.roles.addAll(roles);
        rolesChanged = true;
        events.add(SecurityEvent.of(EventType.ACCOUNT_ROLES_CHANGED)
                .detail("roles", SpaceSeparatedValues.join(new TreeSet<>(roles))));
    }

    /** Returns the events to record; changes of plain members are one event. */
    List<SecurityEvent> events() {
        List<SecurityEvent> all = new ArrayList<>(events);
        if (!changed.isEmpty()) {
            all.add(SecurityEvent.of(EventType.ACCOUNT_CHANGED).detail("members", SpaceSeparatedValues.join(changed)));
        }
        return all;
    }

    /** Returns whether the password changes. */
    boolean changesPassword() {
        return passwordChanged;
    }

    /** Returns whether members or roles change, or the account is enabled. */
    boolean changesMembersOrRestoresAccess() {
        return !changed.isEmpty() || rolesChanged || enabled;
    }

    /** Returns the e-mail address before this edit; null if it did not change or there was none. */
    @Nullable
    String formerEmail() {
        return formerEmail;
    }

    /** Returns the reason why existing tokens claim too much; empty if they do not. */
    Optional<AccessReductionReason> reductionReason() {
        return reductions.stream().findFirst();
    }

    @SuppressWarnings("NullableOptional") // see AccountChange
    private static <T> Optional<T> value(@Nullable Optional<T> member) {
        return member == null ? Optional.empty() : member;
    }
}
