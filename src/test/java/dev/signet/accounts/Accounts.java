package dev.signet.accounts;

import java.util.Set;
import java.util.UUID;

/** Accounts that no other test uses. */
final class Accounts {

    static final String PASSWORD = "a rather long pass phrase";

    private Accounts() {}

    static NewAccount newUser(String... roles) {
        return NewAccount.user("person-" + UUID.randomUUID(), PASSWORD, roles);
    }

    static NewAccount imported(String hash) {
        return new NewAccount(
                AccountKind.PERSON, "person-" + UUID.randomUUID(), null, false, Set.of(), true, null, hash);
    }
}
