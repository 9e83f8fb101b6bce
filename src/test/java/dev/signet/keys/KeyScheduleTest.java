package dev.signet.keys;

import dev.signet.jose.jwk.JwsAlgorithm;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

import static dev.signet.jose.jwk.JwsAlgorithm.ED25519;
import static dev.signet.jose.jwk.JwsAlgorithm.ES256;
import static dev.signet.jose.jwk.JwsAlgorithm.RS256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyScheduleTest {

    @Test
    void defaultScheduleIsValid() {
        assertThat(schedule(Map.of()).algorithms()).containsExactly(RS256, ES256);
    }

    @Test
    void edDsaIsAcceptedAsEd25519() {
        assertThat(schedule(Map.of("signet.keys.algorithms", "EdDSA, RS256")).algorithms())
                .containsExactly(ED25519, RS256);
    }

    @Test
    void minimumAnnounceLeadAndRetireTimeAreValid() {
        Map<String, String> settings =
                Map.of("signet.keys.announce-lead", "PT10M35S", "signet.keys.retire-time", "PT1H35S");

        assertThat(schedule(settings).announceLead()).hasMinutes(10);
    }

    @ParameterizedTest
    @CsvSource({
        "announce-lead, PT10M34S",
        "announce-lead, PT0S",
        "retire-time, PT1H34S",
        "rotation-period, PT24H",
        "rotation-period, -P1D",
        "jwks-max-age, PT0S",
        "clock-skew, PT0S",
        "reload-interval, PT0S",
        "longest-token-life, PT0S",
        "algorithms, HS256",
        "algorithms, none",
    })
    void invalidSettingIsNamedInTheError(String setting, String value) {
        String variable = "SIGNET_KEYS_" + setting.replace('-', '_').toUpperCase();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> schedule(Map.of("signet.keys." + setting, value)))
                .withMessageStartingWith("signet.keys." + setting + " (environment variable " + variable + ") ")
                .withMessageEndingWith(".");
    }

    @Test
    void unsupportedAlgorithmIsNamedInTheError() {
        KeySchedule schedule = schedule(Map.of("signet.keys.algorithms", "ES256,ML-DSA-65"));

        assertThat(schedule.requireSupportedAlgorithms(algorithm -> true)).isSameAs(schedule);
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> schedule.requireSupportedAlgorithms(JwsAlgorithm::isClassic))
                .withMessageStartingWith("signet.keys.algorithms (environment variable SIGNET_KEYS_ALGORITHMS) ")
                .withMessageContaining("ML-DSA-65")
                .withMessageContaining("Java 24");
    }

    @Test
    void longerJwksMaxAgeNeedsALongerAnnounceLead() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> schedule(Map.of("signet.keys.jwks-max-age", "PT24H")))
                .withMessageStartingWith("signet.keys.announce-lead")
                .withMessageContaining("jwks-max-age");
    }

    @Test
    void longerTokenLifeNeedsALongerRetireTime() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> schedule(Map.of("signet.keys.longest-token-life", "PT24H")))
                .withMessageStartingWith("signet.keys.retire-time")
                .withMessageContaining("longest-token-life");
    }

    private static KeySchedule schedule(Map<String, String> settings) {
        return KeySchedule.of(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withMapping(KeysConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(KeysConfig.class));
    }
}
