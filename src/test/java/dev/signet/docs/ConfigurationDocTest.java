package dev.signet.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/configuration.md} lists every setting with its default, and none that is not there. */
class ConfigurationDocTest {

    /** Settings read without a mapping: the issuer. */
    private static final Map<String, String> SINGLE = Map.of("signet.issuer", "`http://localhost:8080`");

    @Test
    void everySettingIsListedWithItsDefault() throws IOException {
        Map<String, String> documented = Files.readAllLines(Path.of("docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `signet."))
                .map(line -> line.split("\\|"))
                .collect(Collectors.toMap(
                        cells -> cells[1].strip().replace("`", ""),
                        cells -> cells[2].strip(),
                        (a, b) -> a,
                        TreeMap::new));

        assertThat(documented).isEqualTo(settings());
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(SINGLE);
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.signet").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .forEach(type -> collect(
                                type, type.getAnnotation(ConfigMapping.class).prefix(), settings));
        return settings;
    }

    private static void collect(Class<?> type, String prefix, Map<String, String> settings) {
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .forEach(method -> add(method, prefix, settings));
    }

    private static void add(Method method, String prefix, Map<String, String> settings) {
        String name = prefix + "." + name(method);
        if (method.getReturnType().isInterface()
                && method.getReturnType().getName().startsWith("dev.signet")) {
            collect(method.getReturnType(), name, settings);
            return;
        }
        WithDefault standard = method.getAnnotation(WithDefault.class);
        settings.put(name, standard == null ? "–" : "`" + standard.value() + "`");
    }

    private static String name(Method method) {
        WithName withName = method.getAnnotation(WithName.class);
        return withName != null
                ? withName.value()
                : method.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
