package dev.signet.keys.encryption;

import dev.signet.jose.SignatureEngine;
import dev.signet.jose.SigningKey;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.DisabledJobs;
import dev.signet.secrets.BrokenSealException;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@QuarkusTest
@TestProfile(DisabledJobs.class)
@OnBothStacks
class KeyEncryptionKeyTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER = Base64.getEncoder().encodeToString(filled((byte) 1));

    @Inject
    KeyEncryptionRepository repository;

    @Inject
    SignatureEngine engine;

    @TempDir
    Path directory;

    @BeforeEach
    void databaseWithoutKeys() {
        QuarkusTransaction.requiringNew().run(repository::deleteAll);
    }

    @Test
    void generatedKeyFileIsReadableByItsOwnerOnly() throws IOException {
        KeyEncryptionKey first = fromFile();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file());
        }
        assertThat(fromFile().derive("x")).isEqualTo(first.derive("x")).isNotEqualTo(first.derive("y"));
    }

    @Test
    void differentKeyIsRejectedWithoutOverwriting() {
        fromSetting(KEY);
        byte[] before = repository.fingerprint();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> fromSetting(OTHER))
                .withMessageContaining("a different key-encryption key")
                .withMessageContaining("SIGNET_KEYS_ENCRYPTION_KEY")
                .withMessageContaining("Nothing was changed")
                .withMessageNotContaining(OTHER);

        assertThat(repository.fingerprint()).isEqualTo(before);
        assertThat(fromSetting(KEY)).isNotNull();
    }

    @Test
    void missingKeyFileIsNotRegeneratedIfTheDatabaseHasKeys() throws IOException {
        fromFile();
        Files.delete(file());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::fromFile)
                .withMessageContaining(file().toString())
                .withMessageContaining("signet.keys.encryption-key");

        assertThat(file()).doesNotExist();
    }

    @Test
    void malformedKeyIsRejectedWithoutShowingIt() {
        for (String malformed : List.of("secret!", "c2VjcmV0", "")) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> {
                        Files.writeString(file(), malformed);
                        fromFile();
                    })
                    .withMessageContaining("32 bytes in Base64")
                    .withMessageNotContaining("c2VjcmV0")
                    .withMessageNotContaining("secret!");
        }
        assertThat(repository.fingerprint()).isNull();
    }

    @Test
    void onlyOneOfTwoNodesWithDifferentKeysStarts() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Boolean>> starts = List.of(KEY, OTHER).stream()
                .<Callable<Boolean>>map(key -> () -> {
                    start.await();
                    try {
                        fromSetting(key);
                        return true;
                    } catch (ConfigurationException rejected) {
                        return false;
                    }
                })
                .toList();
        try {
            int started = 0;
            for (Future<Boolean> result : threads.invokeAll(starts)) {
                started += result.get() ? 1 : 0;
            }
            assertThat(started).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void concurrentProcessesShareTheKeyFile() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CyclicBarrier start = new CyclicBarrier(4);
        Callable<String> create = () -> {
            start.await();
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            return new EncryptionKeyFile(file())
                    .create(Base64.getEncoder().encodeToString(random))
                    .trim();
        };
        try {
            for (Future<String> result : threads.invokeAll(List.of(create, create, create, create))) {
                assertThat(result.get()).isEqualTo(Files.readString(file()).trim());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void sealedKeyOpensOnlyForItsOwnKid() throws Exception {
        KeyEncryptionKey key = fromSetting(KEY);
        SigningKey one = engine.generate(JwsAlgorithm.ES256);
        SigningKey two = engine.generate(JwsAlgorithm.ES256);
        byte[] sealed = key.seal(one).sealedPrivateKey();

        assertThat(key.open(one.publicJwk(), sealed)).isEqualTo(one.encodedPrivateKey());
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> key.open(two.publicJwk(), sealed));
    }

    private Path file() {
        return directory.resolve("key-encryption-key");
    }

    private KeyEncryptionKey fromFile() {
        return create(Map.of());
    }

    private KeyEncryptionKey fromSetting(String key) {
        return create(Map.of("signet.keys.encryption-key", key));
    }

    private KeyEncryptionKey create(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("signet.keys.encryption-key-file", file().toString());
        KeyEncryptionConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withMapping(KeyEncryptionConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(KeyEncryptionConfig.class);
        return new KeyEncryptionKey(config, repository, new SecureRandom(), Clock.systemUTC());
    }

    private static byte[] filled(byte value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, value);
        return bytes;
    }
}
