package dev.signet.accounts.password;

import dev.signet.accounts.password.PasswordHasher.Verdict;
import dev.signet.accounts.password.argon2.Argon2Choice;
import dev.signet.accounts.password.argon2.Argon2Implementation;
import dev.signet.accounts.password.argon2.Argon2Parameters;
import dev.signet.error.ServiceException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Verification of hashes that Django created with {@code django-vectors.py}, in the same directory. */
class ImportedHashesTest {

    private static final HashingGate.Limits LIMITS = new HashingGate.Limits(2, 128 * 1024);

    private final PasswordHasher hasher = new PasswordHasher(
            new Argon2Parameters(19456, 2, 1),
            Argon2Choice.of(Argon2Implementation.AUTO, 1024),
            LIMITS,
            8,
            new HashingMeters(new SimpleMeterRegistry()),
            new SecureRandom());

    @TestFactory
    Stream<DynamicTest> djangoHashesVerifyAndAreMarkedForUpgrade() throws IOException {
        List<String> lines = vectors();
        assertThat(lines).hasSize(45);
        return lines.stream()
                .map(line -> line.split("\t"))
                .map(vector -> DynamicTest.dynamicTest(vector[0], () -> {
                    String password = new String(Base64.getDecoder().decode(vector[1]), StandardCharsets.UTF_8);
                    assertThat(hasher.acceptImported(vector[2])).isEqualTo(vector[2]);
                    assertThat(hasher.verify(password, vector[2])).isEqualTo(Verdict.RIGHT_BUT_WEAK);
                    assertThat(hasher.verify("!" + password.substring(1), vector[2]))
                            .isEqualTo(Verdict.WRONG);
                }));
    }

    @Test
    void decomposedDjangoPasswordMatchesComposedAfterUpgrade() throws IOException {
        String hash = hashOf("decomposed pbkdf2_sha1");
        String decomposed = "cafe\u0301 cre\u0300me";

        assertThat(hasher.verify(decomposed, hash)).isEqualTo(Verdict.RIGHT_BUT_WEAK);
        assertThat(hasher.verify(Normalizer.normalize(decomposed, Normalizer.Form.NFC), hasher.rehash(decomposed)))
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void bcryptUpgradeRemovesTheSeventyTwoByteLimit() throws IOException {
        String hash = hashOf("bare of the first 72 bytes");
        String password = "0123456789".repeat(10);

        assertThat(hasher.verify(password + " and more", hash)).isEqualTo(Verdict.RIGHT_BUT_WEAK);
        String upgraded = hasher.rehash(password);
        assertThat(hasher.verify(password, upgraded)).isEqualTo(Verdict.RIGHT);
        assertThat(hasher.verify(password + " and more", upgraded)).isEqualTo(Verdict.WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "secret",
                "md5$salt$5f4dcc3b5aa765d61d8327deb882cf99",
                "pbkdf2_sha256$0$salt$VBezWRoMJVPLrt+KgHYG+TVW7/YrYcEgwEIzxzm6mQQ=",
                "pbkdf2_sha256$9999999$salt$VBezWRoMJVPLrt+KgHYG+TVW7/YrYcEgwEIzxzm6mQQ=",
                "pbkdf2_sha512$1000$salt$VBezWRoMJVPLrt+KgHYG+TVW7/YrYcEgwEIzxzm6mQQ=",
                "pbkdf2_sha256$1000$salt$====================",
                "bcrypt$$2b$31$9ltXa61Q2Uk5vlCjLG12O.jwiAuaBfRFLJteb37uKxbW94U4wgQTW",
                "$2x$05$9ltXa61Q2Uk5vlCjLG12O.jwiAuaBfRFLJteb37uKxbW94U4wgQTW",
                "scrypt$1048576$salt$8$1$VBezWRoMJVPLrt+KgHYG+TVW7/YrYcEgwEIzxzm6mQQ=",
                "scrypt$16383$salt$8$1$VBezWRoMJVPLrt+KgHYG+TVW7/YrYcEgwEIzxzm6mQQ=",
                "scrypt$16384$salt$99$99$VBezWRoMJVPLrt+KgHYG+TVW7/YrYcEgwEIzxzm6mQQ=",
                "$argon2id$v=19$m=4194304,t=3,p=1$c2FsdHNhbHRzYWx0$8IHLN1pBr6ZbL8GTAAHfj2R5u6zB2OdUkPrHfzDsFfM",
                "$argon2id$v=19$m=19456,t=999,p=1$c2FsdHNhbHRzYWx0$8IHLN1pBr6ZbL8GTAAHfj2R5u6zB2OdUkPrHfzDsFfM",
                "$argon2id$v=19$m=0,t=2,p=1$c2FsdHNhbHRzYWx0$8IHLN1pBr6ZbL8GTAAHfj2R5u6zB2OdUkPrHfzDsFfM",
                "$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$8IHLN1pBr6ZbL8GTAAHfj2R5u6zB2OdUkPrHfzDsFfM",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$8IHLN1pBr6ZbL8GTAAHfj2R5u6zB2OdUkPrHfzDsFfM\n"
            })
    void unknownMalformedOrCostlyHashIsRejected(String stored) {
        assertThatThrownBy(() -> hasher.acceptImported(stored)).isInstanceOf(ServiceException.class);
        assertThat(hasher.verify("secret", stored)).isEqualTo(Verdict.WRONG);
    }

    private static String hashOf(String kind) throws IOException {
        return vectors().stream()
                .map(line -> line.split("\t"))
                .filter(vector -> vector[0].equals(kind))
                .map(vector -> vector[2])
                .findFirst()
                .orElseThrow();
    }

    private static List<String> vectors() throws IOException {
        try (InputStream file = ImportedHashesTest.class.getResourceAsStream("django-hashes.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }
}
