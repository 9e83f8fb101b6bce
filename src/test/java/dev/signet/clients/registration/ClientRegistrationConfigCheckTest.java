package dev.signet.clients.registration;

import dev.signet.clients.metadata.SelfRegistrationConfig;
import dev.signet.clients.registry.RegistryConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Validation of the scopes of self-registered clients. */
class ClientRegistrationConfigCheckTest {

    @Test
    void listOfScopesIsAccepted() {
        assertThatCode(() -> check("openid,https://api.example/read").check()).doesNotThrowAnyException();
    }

    /** One value with a space would be several scopes, which the warning about roles does not see. */
    @ParameterizedTest
    @ValueSource(strings = {"openid groups", "openid, groups", "openid,a\"b"})
    void valueThatIsNotOneScopeIsRejected(String scopes) {
        ClientRegistrationConfigCheck check = check(scopes);

        assertThatThrownBy(check::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("signet.clients.registration-scopes", "separate scopes by commas");
    }

    private static ClientRegistrationConfigCheck check(String scopes) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(ClientRegistrationConfig.class)
                .withMapping(RegistryConfig.class)
                .withMapping(SelfRegistrationConfig.class)
                .withValidateUnknown(false)
                .withSources(
                        new PropertiesConfigSource(Map.of("signet.clients.registration-scopes", scopes), "test", 500))
                .build();
        return new ClientRegistrationConfigCheck(
                config.getConfigMapping(ClientRegistrationConfig.class),
                config.getConfigMapping(RegistryConfig.class),
                config.getConfigMapping(SelfRegistrationConfig.class));
    }
}
