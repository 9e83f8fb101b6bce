package dev.signet.accounts;

import dev.signet.accounts.event.AccessReductionReason;
import dev.signet.accounts.role.RoleService;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@OnBothStacks
class AccountAdministrationTest {

    @Inject
    AccountService accounts;

    @Inject
    AccountAdministration administration;

    @Inject
    RoleService roles;

    @Inject
    PasswordService passwords;

    @Inject
    EntityManager entities;

    @Inject
    AccessLog access;

    @Test
    void similarUsernamesCollide() {
        String name = "taken-" + UUID.randomUUID();
        accounts.create(NewAccount.user(name, Accounts.PASSWORD), null);

        assertRejected(
                ErrorCode.USERNAME_TAKEN,
                () -> accounts.create(
                        NewAccount.user(name.toUpperCase().replace('T', '\uff34'), Accounts.PASSWORD), null));
    }

    @Test
    void disablingAnAccountFiresAccessReduced() {
        Account account = accounts.create(Accounts.newUser(), null);
        assertThat(accounts.findActive(account.id())).contains(account);

        administration.change(account.id(), enabled(false), null);

        assertThat(accounts.findActive(account.id())).isEmpty();
        assertThat(passwords.check(account.username(), Accounts.PASSWORD)).isEmpty();
        assertThat(access.reasons(account.id())).containsExactly(AccessReductionReason.ACCOUNT_DISABLED);

        administration.change(account.id(), enabled(true), null);
        assertThat(passwords.check(account.username(), Accounts.PASSWORD)).isPresent();
    }

    @Test
    void onlyARemovedRoleFiresAccessReduced() {
        roles.create("reader-a", null);
        roles.create("reader-b", null);
        Account account = accounts.create(Accounts.newUser("reader-a"), null);

        administration.setRoles(account.id(), Set.of("reader-a", "reader-b"), null);
        assertThat(access.reasons(account.id())).isEmpty();

        administration.setRoles(account.id(), Set.of("reader-b"), null);
        assertThat(access.reasons(account.id())).containsExactly(AccessReductionReason.ROLE_REMOVED);
        assertThat(accounts.find(account.id()).orElseThrow().roles()).containsExactly("reader-b");
    }

    @Test
    void assignedRolesExistAndCannotBeDeleted() {
        roles.create("writer", null);
        Account account = accounts.create(Accounts.newUser("writer"), null);

        assertRejected(
                ErrorCode.INVALID_REQUEST,
                () -> administration.setRoles(account.id(), Set.of("writer", "no-such"), null));
        assertRejected(ErrorCode.CONFLICT, () -> roles.delete("writer", null));
        assertRejected(ErrorCode.CONFLICT, () -> roles.create("writer", null));
        assertRejected(ErrorCode.CONFLICT, () -> roles.delete("admin", null));
        assertRejected(ErrorCode.NOT_FOUND, () -> roles.delete("no-such", null));

        administration.delete(account.id(), null);
        roles.delete("writer", null);
    }

    @Test
    void setPasswordReplacesPasswordAndEndsSessions() {
        Account account = accounts.create(Accounts.newUser(), null);

        administration.setPassword(account.id(), "an entirely new one", null);

        assertThat(access.reasons(account.id())).containsExactly(AccessReductionReason.PASSWORD_CHANGED);
        assertThat(passwords.check(account.username(), Accounts.PASSWORD)).isEmpty();
        assertThat(passwords.check(account.username(), "an entirely new one")).isPresent();
    }

    @Test
    void changedEmailIsNotVerified() {
        Account account = accounts.create(
                new NewAccount(
                        AccountKind.PERSON,
                        "mail-" + UUID.randomUUID(),
                        "old@example.com",
                        true,
                        Set.of(),
                        true,
                        null,
                        null),
                null);
        assertThat(account.emailVerified()).isTrue();

        Account changed = administration.change(account.id(), email(Optional.of("new@example.com")), null);

        assertThat(changed.email()).isEqualTo("new@example.com");
        assertThat(changed.emailVerified()).isFalse();
        assertThat(administration
                        .change(account.id(), email(Optional.empty()), null)
                        .email())
                .isNull();
    }

    @Test
    void serviceAccountsHaveNoPassword() {
        NewAccount service = new NewAccount(
                AccountKind.SERVICE, "service-" + UUID.randomUUID(), null, false, Set.of(), true, null, null);
        Account account = accounts.create(service, null);

        assertThat(accounts.findActive(account.id())).isPresent();
        assertRejected(
                ErrorCode.INVALID_REQUEST, () -> administration.setPassword(account.id(), "an entirely new one", null));
        assertThat(passwords.check(account.username(), "")).isEmpty();
    }

    @Test
    void deletedAccountIsNotFound() {
        Account account = accounts.create(Accounts.newUser("admin"), null);

        administration.delete(account.id(), null);

        assertThat(accounts.find(account.id())).isEmpty();
        assertThat(access.reasons(account.id())).containsExactly(AccessReductionReason.ACCOUNT_DELETED);
        assertRejected(ErrorCode.NOT_FOUND, () -> administration.delete(account.id(), null));
    }

    @Test
    void paginationIsStableDuringConcurrentChanges() {
        Set<UUID> before = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            before.add(accounts.create(passwordless(), null).id());
        }
        List<UUID> seen = new ArrayList<>();
        String after = null;
        do {
            Page<Account> page = accounts.list(new PageRequest(3, after), null);
            page.items().forEach(account -> seen.add(account.id()));
            after = page.next();
            accounts.create(passwordless(), null);
            administration.change(page.items().get(0).id(), email(Optional.of("renamed@example.com")), null);
            assertThat(seen).hasSizeLessThan(500);
        } while (after != null && !seen.containsAll(before));

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void listFindsUsernameInAnySpelling() {
        Account account = accounts.create(Accounts.newUser(), null);

        assertThat(accounts.list(new PageRequest(3, null), account.username().toUpperCase())
                        .items())
                .containsExactly(account);
        assertThat(accounts.list(new PageRequest(3, null), "nobody").items()).isEmpty();
    }

    @Test
    void lastAdministratorCannotBeRemoved() {
        onlyAdministrators(1, ids -> {
            UUID last = ids.get(0);
            assertRejected(ErrorCode.LAST_ADMINISTRATOR, () -> administration.change(last, enabled(false), null));
            assertRejected(ErrorCode.LAST_ADMINISTRATOR, () -> administration.setRoles(last, Set.of(), null));
            assertRejected(ErrorCode.LAST_ADMINISTRATOR, () -> administration.delete(last, null));
            assertThat(accounts.findActive(last).orElseThrow().roles()).contains("admin");
            assertThat(access.reasons(last)).isEmpty();
        });
    }

    @Test
    void concurrentDisablingKeepsOneAdministrator() {
        for (int round = 0; round < 5; round++) {
            onlyAdministrators(4, ids -> {
                List<Callable<Boolean>> attempts = new ArrayList<>();
                attempts.add(() -> succeeds(() -> administration.change(ids.get(0), enabled(false), null)));
                attempts.add(() -> succeeds(() -> administration.setRoles(ids.get(1), Set.of(), null)));
                attempts.add(() -> succeeds(() -> administration.delete(ids.get(2), null)));
                attempts.add(() -> succeeds(() -> administration.change(ids.get(3), enabled(false), null)));

                assertThat(countTrue(attempts)).isEqualTo(3);
            });
        }
    }

    /** Runs a test with that number of administrators and no others, and restores the roles of the others. */
    private void onlyAdministrators(int count, Consumer<List<UUID>> test) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(accounts.create(Accounts.newUser("admin"), null).id());
        }
        Set<UUID> others = new HashSet<>(administratorIds());
        ids.forEach(others::remove);
        roles(others, "delete from account_role where role = 'admin' and account_id = :id");
        try {
            test.accept(ids);
        } finally {
            roles(others, "insert into account_role (account_id, role) values (:id, 'admin')");
        }
    }

    private void roles(Set<UUID> ids, String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> ids.forEach(id -> entities.createNativeQuery(statement)
                        .setParameter("id", id)
                        .executeUpdate()));
    }

    private List<UUID> administratorIds() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select a.id from StoredAccount a where 'admin' member of a.roles", UUID.class)
                        .getResultList());
    }

    private static boolean succeeds(Runnable change) {
        try {
            change.run();
            return true;
        } catch (ServiceException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.LAST_ADMINISTRATOR);
            return false;
        }
    }

    private static long countTrue(List<Callable<Boolean>> attempts) {
        ExecutorService threads = Executors.newFixedThreadPool(attempts.size());
        try {
            long count = 0;
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                count += attempt.get() ? 1 : 0;
            }
            return count;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdown();
        }
    }

    private static NewAccount passwordless() {
        return new NewAccount(
                AccountKind.PERSON, "person-" + UUID.randomUUID(), null, false, Set.of(), true, null, null);
    }

    private static AccountChange enabled(boolean value) {
        return new AccountChange(null, null, null, Optional.of(value), null, null, null);
    }

    private static AccountChange email(Optional<String> value) {
        return new AccountChange(null, value, null, null, null, null, null);
    }

    private static void assertRejected(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
