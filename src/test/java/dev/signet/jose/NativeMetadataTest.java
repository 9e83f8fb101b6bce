package dev.signet.jose;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the metadata of the native image with the services of the AWS-LC provider, and docs/native.md with the
 * metadata.
 */
class NativeMetadataTest {

    private static final Path FILE =
            Path.of("src/main/resources/META-INF/native-image/dev.signet/signet/reachability-metadata.json");
    private static final String PROVIDER = AmazonCorrettoCryptoProvider.class.getPackageName() + ".";
    private static final JsonNode METADATA = read();

    /** Its constructor looks up the class and the constructor of everything it offers, and fails if one is missing. */
    @Test
    void registeredServicesMatchTheProviderLookups() {
        Set<String> offered = AmazonCorrettoCryptoProvider.INSTANCE.getServices().stream()
                .map(Provider.Service::getClassName)
                .filter(NativeMetadataTest::isCreatedByReflection)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> registered = types("<init>", false);

        registered.removeIf(type -> !type.startsWith(PROVIDER));
        assertThat(registered).isEqualTo(offered);
    }

    @Test
    void everyOtherEntryHasAReason() throws IOException {
        String page = Files.readString(Path.of("docs/native.md"));

        Set<String> others = types("<init>", true);
        others.addAll(types("setAlgorithmName", false));
        types("<init>", false).stream()
                .filter(type -> !type.startsWith(PROVIDER))
                .forEach(others::add);
        METADATA.get("resources")
                .forEach(resource -> others.add(resource.get("glob").asText().replaceFirst(".*/", "")));

        assertThat(others)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(page).contains("`" + name.replaceFirst("^" + PROVIDER, "") + "`"));
    }

    private static Set<String> types(String method, boolean throughJni) {
        return StreamSupport.stream(METADATA.get("reflection").spliterator(), false)
                .filter(entry -> entry.path("jniAccessible").asBoolean() == throughJni)
                .filter(entry -> throughJni || entry.findValuesAsText("name").contains(method))
                .map(entry -> entry.get("type").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isCreatedByReflection(String service) {
        try {
            return Arrays.stream(Class.forName(service, false, NativeMetadataTest.class.getClassLoader())
                            .getDeclaredConstructors())
                    .map(constructor -> Arrays.asList(constructor.getParameterTypes()))
                    .anyMatch(types ->
                            types.isEmpty() || types.equals(Arrays.asList(AmazonCorrettoCryptoProvider.class)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
