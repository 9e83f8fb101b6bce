package dev.signet.deploy;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Renders the chart {@code deploy/helm/signet} without a cluster, as {@code helm template} does. */
final class HelmChart {

    static final Path FOLDER = Path.of("deploy/helm/signet");

    /** The values that have no default. */
    static final String REQUIRED = """
            issuer: https://id.example.com
            image:
              repository: registry.example.com/signet
            database:
              url: jdbc:postgresql://postgresql.database.svc:5432/signet
            secrets:
              existingSecret: signet
            """;

    private static final String RELEASE = "signet";
    /** The oldest version of Kubernetes that the chart supports. */
    private static final String KUBERNETES = "1.27.0";

    private HelmChart() {}

    /** Returns values that set every option of the chart. */
    static String allOptions() {
        try {
            return Files.readString(Path.of("src/test/resources/dev/signet/deploy/all-options.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /**
     * Returns the manifests for values in YAML; later values replace earlier ones.
     *
     * @throws IllegalStateException if the chart rejects the values
     */
    static String render(String... values) {
        return withFiles(List.of(values), files -> {
            var command = new Helm(FOLDER)
                    .template()
                    .withName(RELEASE)
                    .withNamespace(RELEASE)
                    .withKubeVersion(KUBERNETES);
            files.forEach(command::withValuesFile);
            return command.call();
        });
    }

    /** Returns the text that {@code helm install} displays for values in YAML. */
    static String notes(String... values) {
        return withFiles(List.of(values), files -> {
            var command = new Helm(FOLDER)
                    .install()
                    .withName(RELEASE)
                    .withNamespace(RELEASE)
                    .withKubeVersion(KUBERNETES)
                    .clientOnly()
                    .dryRun()
                    .withDryRunOption(DryRun.CLIENT);
            files.forEach(command::withValuesFile);
            String output = command.call().getOutput();
            return output.substring(output.indexOf("NOTES:"));
        });
    }

    private static <T> T withFiles(List<String> values, Function<List<Path>, T> action) {
        List<Path> files = new ArrayList<>();
        try {
            for (String text : values) {
                files.add(Files.writeString(Files.createTempFile("values", ".yaml"), text));
            }
            return action.apply(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            files.forEach(file -> file.toFile().delete());
        }
    }
}
