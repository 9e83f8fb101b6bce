package dev.signet.support;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static io.restassured.RestAssured.given;

/** One response of {@code /q/metrics}: the values of the series, and the families with their help. */
public final class Metrics {

    private static final Pattern HELP = Pattern.compile("(?m)^# HELP (\\S+) (.*)$");
    private static final Pattern SERIES = Pattern.compile("(?m)^([a-z]\\S*?(?:\\{.*})?) (\\S+)$");

    private final String text;
    private final Map<String, Double> series = new TreeMap<>();

    private Metrics(String text) {
        this.text = text;
        Matcher line = SERIES.matcher(text);
        while (line.find()) {
            // The labels end with a comma in this version of the format.
            series.put(
                    line.group(1).replace(",}", "}"),
                    Double.valueOf(line.group(2).replace("Inf", "Infinity")));
        }
    }

    public static Metrics scrape(URI url) {
        return new Metrics(given().get(url).then().statusCode(200).extract().asString());
    }

    public String text() {
        return text;
    }

    /** Returns the series by name and labels. */
    public Map<String, Double> series() {
        return series;
    }

    /** Returns the value of a series, such as {@code signet_logins_total{method="link",outcome="failed"}}. */
    public Double value(String name) {
        return series.get(name);
    }

    /** Returns the names without labels. */
    public Set<String> names() {
        return series.keySet().stream()
                .map(name -> name.replaceFirst("\\{.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the help of each family. */
    public Map<String, String> help() {
        Map<String, String> help = new TreeMap<>();
        Matcher line = HELP.matcher(text);
        while (line.find()) {
            help.put(line.group(1), line.group(2).strip());
        }
        return help;
    }

    /** Returns the series of the given names that changed since an earlier scrape, with the difference. */
    public Map<String, Double> changesSince(Metrics before, Set<String> names) {
        Map<String, Double> changes = new TreeMap<>();
        series.forEach((name, value) -> {
            double difference = value - before.series.getOrDefault(name, 0.0);
            if (difference != 0 && names.contains(name.replaceFirst("\\{.*", ""))) {
                changes.put(name, difference);
            }
        });
        return changes;
    }
}
