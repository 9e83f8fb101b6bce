package dev.signet.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.signet.support.Metrics;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.OptionalFeatures;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Alert rules and dashboard of {@code deploy/monitoring}, and their document, against the metrics of the application. */
@QuarkusTest
@TestProfile(OptionalFeatures.class)
class MonitoringTest {

    private static final Path FOLDER = Path.of("deploy/monitoring");
    private static final Path DOCUMENT = Path.of("docs/operations/monitoring.md");

    /** A series of Prometheus itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Pattern NAME =
            Pattern.compile("\\b(?:signet|http|jvm|process|system|agroal|worker)_[a-z_]+\\b|\\bup\\b");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(signet_[a-z_]+)` ");
    private static final Pattern SUFFIX = Pattern.compile("_(?:bucket|count|sum|max)$");

    @TestHTTPResource(value = "/metrics", management = true)
    URI url;

    @Test
    void everyUsedMetricIsExposed() throws IOException {
        Set<String> used = new TreeSet<>(names(expressions()));
        assertThat(used).hasSizeGreaterThan(20);
        used.removeAll(OF_PROMETHEUS);

        // The metrics of HTTP and of the collector appear with the first request and the first collection.
        Signet.createUser().login();
        System.gc();
        await().untilAsserted(() -> assertThat(Metrics.scrape(url).names()).containsAll(used));
    }

    @Test
    void documentListsExactlyTheExposedMetrics() throws IOException {
        Set<String> documented = DOCUMENTED
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> exposed = Metrics.scrape(url).names().stream()
                .filter(name -> name.startsWith("signet_"))
                .map(name -> SUFFIX.matcher(name).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(exposed);
    }

    @Test
    void everyAlertIsExplainedInItsSection() throws IOException {
        Set<String> headings = Pattern.compile("(?m)^### (\\w+)$")
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> alerts = new TreeSet<>();
        for (JsonNode rule : rules()) {
            String alert = rule.get("alert").asText();
            alerts.add(alert);
            JsonNode annotations = rule.get("annotations");
            assertThat(annotations.get("summary").asText()).as(alert).isNotBlank();
            assertThat(annotations.get("description").asText()).as(alert).isNotBlank();
            assertThat(annotations.get("runbook_url").asText())
                    .isEqualTo(DOCUMENT + "#" + alert.toLowerCase(Locale.ROOT));
        }

        assertThat(headings).isEqualTo(alerts);
    }

    @Test
    void everyAlertHasAUnitTest() throws IOException {
        Set<String> tested = new TreeSet<>();
        JsonNode tests = new YAMLMapper()
                .readTree(FOLDER.resolve("rules-test.yaml").toFile())
                .get("tests");
        tests.findValues("alert_rule_test")
                .forEach(group -> group.forEach(test -> {
                    if (test.has("exp_alerts")) {
                        tested.add(test.get("alertname").asText());
                    }
                }));

        assertThat(tested)
                .isEqualTo(rules().stream()
                        .map(rule -> rule.get("alert").asText())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void promtoolAcceptsTheRulesAndTheirTests() throws Exception {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        // .ci/lib.sh installs it and sets the variable.
        Assumptions.assumeTrue(
                installed || System.getenv("PROMTOOL") != null, "promtool is not installed: rules not tested");

        promtool("check", "rules", "rules.yaml");
        promtool("test", "rules", "rules-test.yaml");
    }

    private static void promtool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(process.exitValue()).as(output).isZero();
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        new YAMLMapper()
                .readTree(FOLDER.resolve("rules.yaml").toFile())
                .get("groups")
                .forEach(group -> group.get("rules").forEach(rules::add));
        return rules;
    }

    private static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        rules().forEach(rule -> expressions.add(rule.get("expr").asText()));
        JsonNode dashboard =
                new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
        dashboard.findValues("expr").forEach(expression -> expressions.add(expression.asText()));
        return expressions;
    }

    private static Set<String> names(List<String> expressions) {
        Set<String> names = new TreeSet<>();
        for (String expression : expressions) {
            // Without the values of labels.
            Matcher name = NAME.matcher(expression.replaceAll("\"[^\"]*\"", ""));
            while (name.find()) {
                names.add(name.group());
            }
        }
        return names;
    }
}
