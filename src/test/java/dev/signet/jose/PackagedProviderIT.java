package dev.signet.jose;

import dev.signet.support.installation.Journey;
import dev.signet.support.installation.PackagedSignet;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/**
 * The provider of the packaged application: AWS-LC by default, because a binary without it would sign ten times slower.
 */
@Journey
class PackagedProviderIT {

    @TempDir
    Path folder;

    @Test
    void packagedApplicationSignsWithAwsLc() throws Exception {
        try (PackagedSignet signet = PackagedSignet.start(folder)) {
            signet.awaitReady();
            RestAssured.get(signet.management().resolve("/q/health/ready"))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"))
                    .body("checks.find { it.name == 'signatures' }.data.provider", equalTo("accp"));
            assertThat(signet.log()).contains("Signatures are computed by AWS-LC");
        }
    }

    @Test
    void packagedApplicationFallsBackToTheJdkWithAWarning() throws Exception {
        try (PackagedSignet signet = PackagedSignet.start(
                folder, "com.amazon.corretto.crypto.provider.useExternalLib=true", "java.library.path=" + folder)) {
            RestAssured.get(signet.management().resolve("/q/health/ready"))
                    .then()
                    .body("checks.find { it.name == 'signatures' }.data.provider", equalTo("jdk"));
            assertThat(signet.log()).containsPattern("WARN .*computed by the JDK, because AWS-LC is not available");
        }
    }
}
