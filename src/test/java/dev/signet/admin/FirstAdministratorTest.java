package dev.signet.admin;

import dev.signet.accounts.AccountService;
import dev.signet.accounts.PasswordService;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.installation.TestInstallation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class FirstAdministratorTest {

    @Inject
    AccountService accounts;

    @Inject
    PasswordService passwords;

    @Inject
    EntityManager entities;

    @TempDir
    Path directory;

    @BeforeEach
    void deleteAccounts() {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("delete from account_role").executeUpdate();
            entities.createNativeQuery("delete from account").executeUpdate();
        });
    }

    @AfterEach
    void restoreAdministrator() {
        deleteAccounts();
        node("unused", Optional.of(TestInstallation.ADMIN_PASSWORD)).onStart(new StartupEvent());
    }

    @Test
    void randomPasswordIsInFileReadableByOwnerOnly() throws IOException {
        node("password", Optional.empty()).onStart(new StartupEvent());

        Path file = directory.resolve("password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String password = Files.readString(file).strip();
        assertThat(password).hasSizeGreaterThanOrEqualTo(22);
        assertThat(passwords.check("admin", password).orElseThrow().roles()).containsExactly("admin");
        assertThat(files()).containsExactly("password");
    }

    @Test
    void existingAccountPreventsCreation() throws IOException {
        node("first", Optional.empty()).onStart(new StartupEvent());
        node("second", Optional.empty()).onStart(new StartupEvent());

        assertThat(files()).containsExactly("first");
    }

    @Test
    void configuredPasswordIsUsedAndNotWrittenToFile() throws IOException {
        node("password", Optional.of("set on the command line")).onStart(new StartupEvent());

        assertThat(passwords.check("admin", "set on the command line")).isPresent();
        assertThat(files()).isEmpty();
    }

    @Test
    void concurrentStartsCreateOneAdministratorAndOneFile() throws Exception {
        List<Callable<Void>> starts = Stream.of("one", "two", "three")
                .<Callable<Void>>map(name -> () -> {
                    node(name, Optional.empty()).onStart(new StartupEvent());
                    return null;
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        for (Future<Void> start : threads.invokeAll(starts)) {
            start.get();
        }
        threads.shutdown();

        assertThat(files()).hasSize(1);
        String password = Files.readString(directory.resolve(files().get(0))).strip();
        assertThat(passwords.check("admin", password)).isPresent();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private FirstAdministrator node(String file, Optional<String> password) {
        record Config(String username, Optional<String> password, Path passwordFile) implements AdminConfig {}
        return new FirstAdministrator(
                accounts, new Config("admin", password, directory.resolve(file)), new SecureRandom());
    }
}
