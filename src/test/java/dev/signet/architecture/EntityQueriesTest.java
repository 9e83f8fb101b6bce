package dev.signet.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the texts of JPQL queries, which the compiled code does not show. */
class EntityQueriesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern ENTITY = Pattern.compile("\\b(?:from|join|update|into) ([A-Z]\\w+)");
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.signet");

    @Test
    void queriesNameOnlyEntitiesOfTheirPackage() throws IOException {
        Map<String, String> packages = CODE.stream()
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .collect(Collectors.toMap(JavaClass::getSimpleName, JavaClass::getPackageName));
        List<String> named = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String packageName =
                        SOURCES.relativize(file.getParent()).toString().replace('/', '.');
                Matcher entities = ENTITY.matcher(Files.readString(file));
                while (entities.find()) {
                    String entity = entities.group(1);
                    if (packages.containsKey(entity)) {
                        named.add(entity);
                        if (!packages.get(entity).equals(packageName)) {
                            foreign.add(file + " names " + entity);
                        }
                    }
                }
            }
        }

        assertThat(named).contains("Session", "StoredAccount", "SlotOwner");
        assertThat(foreign).isEmpty();
    }
}
