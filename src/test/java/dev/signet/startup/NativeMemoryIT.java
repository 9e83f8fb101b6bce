package dev.signet.startup;

import dev.signet.support.Polling;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.PackagedSignet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The memory of the native binary with default settings. */
@Journey
class NativeMemoryIT {

    private static final int LOGINS = 48;
    // The heap may grow to 32 MiB, and one hash occupies 19 MiB. Without the limits of malloc, 48 logins keep 250 MiB.
    private static final long KEPT_MIB = 64;
    // This heap allows one hash at a time. If several threads compute hashes, each may keep the memory of one.
    private static final long HASHING_MIB = 48;

    // With the faster build of .ci/run (-Ob), which is a sixth larger. .ci/full limits the default build.
    private static final long MAX_BYTES = 165_000_000;

    @TempDir
    Path folder;

    @BeforeEach
    void requireBinary() {
        assumeThat(PackagedSignet.isNative()).isTrue();
    }

    @Test
    void binaryStaysSmall() throws IOException {
        assertThat(Files.size(PackagedSignet.executable())).isLessThan(MAX_BYTES);
    }

    @Test
    void memoryOfPasswordHashesIsReturnedToTheSystem() throws Exception {
        try (PackagedSignet signet = PackagedSignet.start(
                folder,
                List.of("-Xmx32m"),
                "signet.throttle.per-address=1000000",
                "signet.accounts.password.max-waiting=" + LOGINS)) {
            signet.awaitReady();
            long before = anonymousMib(signet);

            AtomicBoolean finished = new AtomicBoolean();
            FutureTask<Long> highest = new FutureTask<>(() -> highestUntil(finished, signet));
            new Thread(highest, "observer").start();
            assertThat(concurrentLogins(signet)).containsOnly(401);
            finished.set(true);

            assertThat(highest.get(10, TimeUnit.SECONDS)).isBetween(before, before + HASHING_MIB);
            Polling.await().untilAsserted(() -> assertThat(anonymousMib(signet)).isLessThan(before + KEPT_MIB));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-XX:MaxRAM=209715200, 66M, 16M",
        "-XX:MaxRAM=8589934592, 2703M, 16M",
        "-Xmx60m, 60M, 16M",
        "-Xmx100m -Xmn40m, 100M, 40M"
    })
    void heapIsAThirdOfMemoryUnlessAnOptionLimitsIt(String options, String heap, String young) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-XX:+PrintGC", "-XX:+VerboseGC"));
        Collections.addAll(arguments, options.split(" "));
        try (PackagedSignet signet = PackagedSignet.start(folder, arguments)) {
            signet.awaitReady();

            Polling.await()
                    .untilAsserted(() -> assertThat(signet.log())
                            .contains(
                                    "Maximum heap size: " + heap + "\n",
                                    "Maximum young generation size: " + young + "\n"));
        }
    }

    private static List<Integer> concurrentLogins(PackagedSignet signet) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI login = signet.base("http").resolve("/auth/login");
        List<CompletableFuture<Integer>> statuses = IntStream.range(0, LOGINS)
                .mapToObj(user -> HttpRequest.newBuilder(login)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"username\":\"unknown-%d\",\"password\":\"wrong pass phrase\"}".formatted(user)))
                        .build())
                .map(request -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        return statuses.stream().map(CompletableFuture::join).toList();
    }

    private static long highestUntil(AtomicBoolean finished, PackagedSignet signet)
            throws IOException, InterruptedException {
        long highest = 0;
        while (!finished.get()) {
            highest = Math.max(highest, anonymousMib(signet));
            Thread.sleep(20);
        }
        return highest;
    }

    private static long anonymousMib(PackagedSignet signet) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + signet.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("RssAnon:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        }
    }
}
