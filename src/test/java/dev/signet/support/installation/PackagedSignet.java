package dev.signet.support.installation;

import dev.signet.support.Polling;
import io.restassured.RestAssured;
import org.awaitility.core.ConditionTimeoutException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Packaged jar or native binary, as a separate process with all files in one folder. */
public final class PackagedSignet implements AutoCloseable {

    private static final Path BUILD = Path.of("target").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(2);
    private static final String READY = "Installed features";

    private final Process process;
    private final Path log;

    private PackagedSignet(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it with settings such as {@code signet.admin.username=root}, and returns when it listens. */
    public static PackagedSignet start(Path folder, String... settings) throws IOException {
        return start(folder, List.of(), settings);
    }

    /** Starts it with options of the JVM or of the binary too, such as {@code -Xmx64m}. */
    public static PackagedSignet start(Path folder, List<String> options, String... settings) throws IOException {
        Path log = Files.createTempFile(folder, "signet", ".log");
        List<String> command = command(settings);
        command.addAll(1, options);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        PackagedSignet signet = new PackagedSignet(process, log);
        try {
            Polling.await().atMost(START).until(() -> signet.log().contains(READY) || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            signet.close();
            throw new IllegalStateException("does not start: " + signet.log(), e);
        }
        if (!signet.log().contains(READY)) {
            throw new IllegalStateException("does not start: " + signet.log());
        }
        return signet;
    }

    /** Starts it with invalid settings and environment variables, and returns its log until it ended. */
    public static String fail(Path folder, Map<String, String> environment, String... settings)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "signet", ".log");
        ProcessBuilder builder = new ProcessBuilder(command(settings))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS))
                    .as("it ends")
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            return Files.readString(log);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Waits until it reports that it can sign, which takes longer on a busy machine. */
    public void awaitReady() {
        Polling.await()
                .atMost(START)
                .untilAsserted(() -> assertThat(RestAssured.get(management().resolve("/q/health/ready"))
                                .statusCode())
                        .as(this::log)
                        .isEqualTo(200));
    }

    public static boolean isNative() {
        return "native".equals(artifact().getProperty("type"));
    }

    /** Returns the file of the binary or of the jar that starts. */
    public static Path executable() {
        return BUILD.resolve(artifact().getProperty("path"));
    }

    /** Returns the file names of the libraries in the jar's package or of the binary. */
    public static List<String> libraries() throws IOException {
        try (Stream<Path> files = Files.walk(packageFolder().resolve("lib"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    // Quarkus renames a jar if it omits a part of it from the binary.
                    .map(name -> name.replaceFirst("^modified-", ""))
                    .sorted()
                    .toList();
        }
    }

    /** Reads a resource of the application itself. */
    public static String resource(String name) throws IOException {
        Path folder = packageFolder();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            Path jar = files.filter(file -> file.getFileName().toString().matches("signet-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
            try (FileSystem content = FileSystems.newFileSystem(jar)) {
                return Files.readString(content.getPath(name));
            }
        }
    }

    private static Path packageFolder() throws IOException {
        if (!isNative()) {
            return BUILD.resolve("quarkus-app");
        }
        try (Stream<Path> folders = Files.list(BUILD)) {
            return folders.filter(folder -> folder.toString().endsWith("-native-image-source-jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Returns its base URL for a scheme. */
    public URI base(String scheme) {
        return listening("Listening on: .*?(" + scheme + "://[^ ,]+?)(?=[., ]|$)");
    }

    public URI management() {
        return listening("Management interface listening on (\\S+?)\\.?$");
    }

    public long pid() {
        return process.pid();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it gracefully. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI listening(String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.MULTILINE).matcher(log());
        if (!found.find()) {
            throw new IllegalStateException("does not log that it listens: " + log());
        }
        return URI.create(found.group(1));
    }

    // Settings precede a jar and follow a binary.
    private static List<String> command(String... settings) {
        List<String> command = new ArrayList<>();
        String path = executable().toString();
        command.add(
                isNative()
                        ? path
                        : Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString());
        for (String fixed : List.of(
                "quarkus.http.host=localhost",
                "quarkus.http.port=0",
                "quarkus.management.host=localhost",
                "quarkus.management.port=0")) {
            command.add("-D" + fixed);
        }
        for (String setting : settings) {
            command.add("-D" + setting);
        }
        if (!isNative()) {
            command.addAll(List.of("-jar", path));
        }
        return command;
    }

    private static Properties artifact() {
        Properties properties = new Properties();
        try (InputStream file = Files.newInputStream(BUILD.resolve("quarkus-artifact.properties"))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
