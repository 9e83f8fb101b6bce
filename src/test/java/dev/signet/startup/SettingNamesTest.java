package dev.signet.startup;

import dev.signet.error.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class SettingNamesTest {

    private static final Set<String> SERVICE = Set.of("SIGNET_SERVICE_HOST", "SIGNET_DB_SERVICE_HOST");

    private final SettingNames names = SettingNames.read();

    @Test
    void documentedSettingsHaveNameAndEnvironmentVariable() {
        assertThat(names.hasName("signet.tokens.access-token-ttl")).isTrue();
        assertThat(names.hasName("signet.keys.algorithms[1]")).isTrue();
        assertThat(names.hasVariable("SIGNET_TOKENS_ACCESS_TOKEN_TTL")).isTrue();
        assertThat(names.hasVariable("SIGNET_KEYS_ALGORITHMS_0_")).isTrue();
        assertThat(names.defaults()).containsEntry("signet.tokens.retry-window", "PT10S");
    }

    @Test
    void misspeltSettingSuggestsASimilarOne() {
        assertThat(names.unknown("signet.tokens.acces-token-ttl", "a file"))
                .contains("a file", "did you mean signet.tokens.access-token-ttl");
        assertThat(names.unknownVariable("SIGNET_ISUER")).contains("did you mean SIGNET_ISSUER (signet.issuer)");
        assertThat(names.unknownVariable("SIGNET_FOO")).doesNotContain("did you mean");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signet.accounts.factor.clean-up-interval",
                "signet.apikeys.clean-up-interval",
                "signet.audit.clean-up-interval",
                "signet.clients.clean-up-interval",
                "signet.links.clean-up-interval",
                "signet.login.browser.clean-up-interval",
                "signet.login.pending.clean-up-interval",
                "signet.oauth.authorize.clean-up-interval",
                "signet.oauth.code.clean-up-interval",
                "signet.oauth.device.clean-up-interval",
                "signet.oauth.request.clean-up-interval",
                "signet.oidc.user-info.clean-up-interval",
                "signet.throttle.clean-up-interval",
                "signet.tokens.clean-up-interval",
                "signet.tokens.dpop.clean-up-interval",
                "signet.tokens.ticket.clean-up-interval",
                "signet.webhooks.clean-up-interval"
            })
    void formerCleanUpIntervalNamesItsReplacement(String former) {
        String variable = Settings.variable(former);

        assertThat(names.hasName(former)).isFalse();
        assertThat(names.unknown(former, "a file"))
                .startsWith(former + " is now signet.database.clean-up-interval")
                .contains("a file", "SIGNET_DATABASE_CLEAN_UP_INTERVAL");
        assertThat(names.hasVariable(variable)).isFalse();
        assertThat(names.unknownVariable(variable))
                .contains(variable + " is now SIGNET_DATABASE_CLEAN_UP_INTERVAL", "signet.database.clean-up-interval");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SIGNET_SERVICE_HOST",
                "SIGNET_SERVICE_PORT",
                "SIGNET_SERVICE_PORT_HTTP",
                "SIGNET_PORT",
                "SIGNET_PORT_8080_TCP",
                "SIGNET_PORT_8080_TCP_ADDR",
                "SIGNET_DB_PORT_5432_TCP_PROTO"
            })
    void variablesOfKubernetesServicesAreIgnored(String variable) {
        assertThat(SettingNamesCheck.isOfKubernetesService(variable, SERVICE)).isTrue();
        assertThat(SettingNamesCheck.isOfKubernetesService(variable, Set.of(variable.replace("_HOST", "_X"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGNET_PORTS", "SIGNET_TOKENS_PORT", "SIGNET_SERVICE", "SIGNET_ISUER"})
    void otherVariablesAreNotIgnored(String variable) {
        assertThat(SettingNamesCheck.isOfKubernetesService(variable, SERVICE)).isFalse();
    }
}
