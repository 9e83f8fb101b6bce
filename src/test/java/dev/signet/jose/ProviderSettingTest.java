package dev.signet.jose;

import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

@QuarkusTest
@OnBothStacks
class ProviderSettingTest {

    @Inject
    SignatureEngine engine;

    @Inject
    @Readiness
    SignatureHealth health;

    @Test
    void settingSelectsTheSignatureProvider() {
        String configured = System.getProperty("signet.test.provider", "auto");
        assumeThat(configured).isNotEqualTo("auto");

        assertThat(engine.name()).isEqualTo(configured);
    }

    @Test
    void healthDetailsContainTheSignatureProvider() {
        assertThat(health.call().getData())
                .hasValueSatisfying(data -> assertThat(data).containsEntry("provider", engine.name()));
    }
}
