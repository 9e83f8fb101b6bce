package dev.signet.flow;

import dev.signet.support.installation.Journey;
import dev.signet.support.installation.PackagedSignet;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Libraries in the package by the names of their jars, such as {@code io.netty.netty-codec-http-4.1.137.Final.jar}. */
class PackagedLibrariesIT {

    /** A later upgrade of Quarkus must not bring back a version with a known vulnerability. */
    @ParameterizedTest
    @CsvSource({
        "io.netty.netty-codec-, 4.1.137",
        "io.netty.netty-handler-, 4.1.137",
        "io.netty.netty-transport-, 4.1.137",
        "io.vertx.vertx-core-, 4.5.27",
        "io.vertx.vertx-web-, 4.5.27",
        "org.postgresql.postgresql-, 42.7.12",
        "com.fasterxml.jackson.core.jackson-core-, 2.21.7",
        "com.fasterxml.jackson.core.jackson-databind-, 2.21.7",
        "org.bouncycastle.bcprov-jdk18on-, 1.87"
    })
    @Journey
    void libraryHasMinimumVersion(String library, String minimum) throws IOException {
        List<String> versions = PackagedSignet.libraries().stream()
                .filter(jar -> jar.startsWith(library))
                .map(jar -> jar.replaceAll("^.*?-(?=[0-9]+\\.[0-9])|\\.jar$", ""))
                .toList();

        assertThat(versions)
                .isNotEmpty()
                .allSatisfy(version -> assertThat(Arrays.compare(numbers(version), numbers(minimum)))
                        .as("%s%s", library, version)
                        .isNotNegative());
    }

    @Test
    @Journey
    void billOfMaterialsListsEveryLibrary() throws IOException {
        JsonObject sbom = new JsonObject(PackagedSignet.resource("META-INF/sbom/application.cdx.json"));
        List<String> components = sbom.getJsonArray("components").stream()
                .map(JsonObject.class::cast)
                .map(component -> component.getString("group")
                        + '.'
                        + component.getString("name")
                        + '-'
                        + component.getString("version"))
                .toList();

        assertThat(sbom.getString("bomFormat")).isEqualTo("CycloneDX");
        assertThat(PackagedSignet.libraries())
                .isNotEmpty()
                .allSatisfy(jar -> assertThat(components).as(jar).anyMatch(jar::startsWith));
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("[.-]"))
                .takeWhile(part -> part.matches("[0-9]+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
