package dev.signet.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import javax.tools.JavaFileObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the texts of JPQL and SQL queries, which the compiled code does not show. */
class EntityQueriesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern ENTITY = Pattern.compile("\\b(?:from|join|update|into) ([A-Z]\\w+)");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern CREATED = Pattern.compile("\\bcreate (?:table|sequence) (\\w+)");
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
        for (Path file : filesBelow(SOURCES, ".java")) {
            String packageName = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
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

        assertThat(named).contains("Session", "StoredAccount", "SlotOwner");
        assertThat(foreign).isEmpty();
    }

    @Test
    void sqlNamesOnlyTablesOfItsPackage() throws IOException {
        Map<String, Set<String>> named =
                NamedTables.packages(tables(), NamedTables.files(filesBelow(SOURCES, ".java")));

        assertThat(named)
                .containsEntry("account_role", Set.of("dev.signet.accounts"))
                .containsEntry("session", Set.of("dev.signet.tokens.session"))
                .containsEntry("event_delivery_seq", Set.of("dev.signet.webhooks.delivery"))
                .containsEntry("former_email", Set.of("dev.signet.accounts"));
        assertThat(NamedTables.violations(owners(), named)).isEmpty();
    }

    @Test
    void ownersAreThePackagesOfTheEntities() throws IOException {
        assertThat(owners())
                .containsEntry("account", "dev.signet.accounts")
                .containsEntry("account_role", "dev.signet.accounts")
                .containsEntry("role", "dev.signet.accounts.role");
        assertThat(tables()).containsAll(owners().keySet());
    }

    static Stream<String> foreignTables() {
        return Stream.of(
                "\"select name from role where name = 'admin' for update\"",
                "\"select 1 from other o, role r\"",
                "\"delete \" + \"from \" + \"role\"",
                "\"update \" + TABLE + \" set name = ?\"",
                "\" left join role on role.name = \" + value",
                "\"insert into role (name) values (?)\"",
                "\"\"\"\nselect name\nfrom\n  role\n\"\"\"",
                "new ExpiredRows(\"role\", \"name\", \"expires_at\")",
                "\"select nextval('role')\"");
    }

    @ParameterizedTest
    @MethodSource("foreignTables")
    void tableOfAnotherPackageIsReported(String expression) {
        Map<String, String> owners = Map.of("role", "seeded.accounts.role");

        assertThat(NamedTables.violations(owners, named(query("accounts", expression))))
                .containsExactly("seeded.accounts names role, which seeded.accounts.role owns");
        assertThat(NamedTables.violations(owners, named(query("accounts.role", expression))))
                .isEmpty();
    }

    @Test
    void tableWithoutEntityBelongsToOnePackage() {
        String expression = "\"select id from role\"";

        assertThat(NamedTables.violations(
                        Map.of(), named(query("accounts", expression), query("accounts.role", expression))))
                .containsExactly("role is named by [seeded.accounts, seeded.accounts.role]");
    }

    private static Map<String, Set<String>> named(JavaFileObject... sources) {
        return NamedTables.packages(Set.of("role"), List.of(sources));
    }

    private static JavaFileObject query(String packageName, String expression) {
        return Compiled.source(
                "package seeded." + packageName + "; class Queries { static final String TABLE = \"role\";"
                        + " Object query(String value) { return " + expression + "; } }");
    }

    /** Returns the packages of the entities by their tables, including the tables of collections. */
    private static Map<String, String> owners() {
        Map<String, String> owners = new TreeMap<>();
        CODE.stream().filter(type -> type.isAnnotatedWith(Entity.class)).forEach(type -> {
            owners.put(type.getAnnotationOfType(Table.class).name(), type.getPackageName());
            type.getFields().stream()
                    .flatMap(field -> field.tryGetAnnotationOfType(CollectionTable.class).stream())
                    .forEach(table -> owners.put(table.name(), type.getPackageName()));
        });
        return owners;
    }

    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        for (Path migration : filesBelow(MIGRATIONS, ".sql")) {
            Matcher created = CREATED.matcher(Files.readString(migration));
            while (created.find()) {
                tables.add(created.group(1));
            }
        }
        return tables;
    }

    private static List<Path> filesBelow(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }
}
