package dev.signet.accounts.password;

import dev.signet.support.installation.Journey;
import dev.signet.support.installation.PackagedSignet;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The implementation of password hashes in the package: libargon2 of the system, if Java can call it. */
@Journey
class PackagedHashingIT {

    @TempDir
    Path folder;

    @Test
    void libargon2ComputesHashesWhereItCanBeCalled() throws Exception {
        boolean expected = systemHasLibargon2() && (PackagedSignet.isNative() || javaCallsLibraries());
        try (PackagedSignet signet = PackagedSignet.start(folder)) {
            RestAssured.get(signet.management().resolve("/q/health/ready"))
                    .then()
                    .body(
                            "checks.find { it.name == 'password hashes' }.data.argon2",
                            equalTo(expected ? "libargon2" : "java"));
            assertThat(signet.log())
                    .contains("Password hashes are computed " + (expected ? "by libargon2" : "in Java"));
        }
    }

    @Test
    void javaComputesHashesWhenConfigured() throws Exception {
        try (PackagedSignet signet = PackagedSignet.start(folder, "signet.accounts.password.argon2=java")) {
            assertThat(signet.log()).contains("Password hashes are computed in Java, because");
        }
    }

    // The package runs on the Java version of the tests.
    private static boolean javaCallsLibraries() {
        return Runtime.version().feature() >= 22;
    }

    private static boolean systemHasLibargon2() {
        return Stream.of("/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu")
                .anyMatch(folder -> Files.exists(Path.of(folder, "libargon2.so.1")));
    }
}
