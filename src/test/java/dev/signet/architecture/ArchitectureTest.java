package dev.signet.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the compiled code against the architecture rules. */
class ArchitectureTest {

    private static final String BASE = "dev.signet";
    private static final int MAX_FILES = 25;
    /** Public types whose users ArchUnit does not see. */
    private static final Set<String> PUBLIC_EXCEPTIONS = Set.of(
            // A library creates or implements them.
            "AcceptedConnections",
            "AccountMessages",
            "AuthorizeMessages",
            "FormReader",
            "JwksInOpenApi",
            "LinkMessages",
            "LogoutMessages",
            "MailMessages",
            "Main",
            "PageMessages",
            "ProblemInOpenApi",
            "RedactedAttributeBuilder",
            "RepetitionFilter",
            "SwitchDriver",
            // Templates read it.
            "LinkForm",
            // Other packages only use its constants, which the compiler copies.
            "ApiKeyClaims",
            "RequestId",
            // Other packages only pass it on, implement it by a lambda or ignore it as a result.
            "PreparedPassword",
            "RoleView",
            "RowReader");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);
    private static final JavaClasses CODE_AND_TESTS = new ClassFileImporter().importPackages(BASE);

    static Stream<ArchRule> rules() {
        return Stream.of(
                Rules.importsRunDownwards(PackageTable.read(), BASE),
                Rules.noCycles(BASE),
                PackageRules.noPackageIsInACycle(BASE, Set.of()),
                PackageRules.importsMatchTheArrows(PackageTrees.read(), Path.of("src/main/java"), BASE),
                PackageRules.packagesAreSmall(BASE, MAX_FILES, Set.of()),
                PackageRules.simpleNamesAreUnique(BASE, Set.of()),
                PackageRules.publicTypesAreUsedByOtherPackages(BASE, PUBLIC_EXCEPTIONS),
                Rules.endpointsArePublic(),
                Rules.endpointsDeclareTheirRoles(),
                Rules.administrationHoldsAdminPaths(),
                Rules.adminPathsAreInAdministration(),
                Rules.textDeclaresItsMediaType(),
                Rules.resourcesTouchNoTable(),
                Rules.entitiesStayInside(),
                Rules.privateApiStaysInAdapters(BASE),
                Rules.constructorInjection(),
                Rules.timeThroughTheClock(BASE + ".web.ClockProducer"),
                Rules.pagesComeFromPagedQueries(BASE),
                Rules.onlyJoseKnowsJose(BASE),
                Rules.passwordHashesKnowNoJose(BASE),
                Rules.privateKeysStayInside(BASE),
                Rules.storedKeysAreOpenedByKeys(BASE),
                Rules.auditEventsDecideNothing(BASE),
                Rules.namesAreSpecific());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void codeObeysTheRule(ArchRule rule) {
        rule.check(CODE);
    }

    static Stream<ArchRule> testRules() {
        return Stream.of(
                Rules.blackBoxTestsRunAgainstTheArtifact(),
                Rules.artifactTestsHaveAJourney(),
                Rules.sqlTestsRunOnBothStacks());
    }

    @ParameterizedTest
    @MethodSource("testRules")
    void testsObeyTheRule(ArchRule rule) {
        rule.check(CODE_AND_TESTS);
    }

    @Test
    void markedTestsAreSelectedByTheBuild() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(pom)
                .contains("<signet.test.packaged.groups>" + tagOf(Journey.class) + "</")
                .contains("<signet.test.second-stack.groups>" + tagOf(OnBothStacks.class) + "</");
    }

    private static String tagOf(Class<?> mark) {
        return mark.getAnnotation(Tag.class).value();
    }

    @Test
    void documentedTableNamesThePackages() {
        PackageTable table = PackageTable.read();

        assertThat(table.all()).contains("keys", "tokens", "admin");
        assertThat(table.allowedFor("jose")).isEmpty();
        assertThat(table.allowedFor("web")).isEqualTo(Set.of("error", "tracing"));
        assertThat(table.allowedFor("audit")).contains("error", "web").doesNotContain("keys");
        assertThat(table.allowedFor("login"))
                .contains("tokens", "accounts", "throttle")
                .doesNotContain("keys", "oauth");
        assertThat(table.allowedFor("admin")).containsAll(List.of("keys", "jose"));
    }

    @Test
    void documentedTreesNameTheImports() {
        PackageTrees trees = PackageTrees.read();

        assertThat(trees.parents()).contains("keys", "tokens", "oauth", "oauth.authorize");
        assertThat(trees.documented("keys", "keys.ring")).isEqualTo(Set.of("keys", "keys.encryption"));
        assertThat(trees.documented("tokens", "tokens.session.administration")).isEqualTo(Set.of("tokens.session"));
        assertThat(trees.documented("oauth.authorize", "oauth.authorize.device"))
                .contains("oauth.authorize");
        assertThat(trees.documented("jose", "jose.json")).isEmpty();
    }
}
