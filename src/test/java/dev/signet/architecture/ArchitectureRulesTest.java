package dev.signet.architecture;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Evaluates each rule on a violation: a rule that cannot fail proves nothing. */
class ArchitectureRulesTest {

    private static final String BASE = "seeded";

    private static final String THING_IN_TOKENS = "package seeded.tokens; public class Thing {}";
    private static final String SECURITY_EVENT = "package seeded.audit; public record SecurityEvent(String detail) {}";
    private static final String REPOSITORY = "package seeded.tokens; class ThingRepository { void save() {} }";

    static Stream<Arguments> violations() {
        PackageTable table = PackageTable.read();
        return Stream.of(
                seeded(
                        Rules.importsRunDownwards(table, BASE),
                        THING_IN_TOKENS,
                        "package seeded.error; class Upwards { seeded.tokens.Thing thing; }"),
                seeded(Rules.importsRunDownwards(table, BASE), "package seeded.common; class InNoPackage {}"),
                seeded(
                        Rules.noCycles(BASE),
                        "package seeded.tokens; public class A { seeded.login.B b; }",
                        "package seeded.login; public class B { seeded.tokens.A a; }"),
                seeded(
                        PackageRules.noPackageIsInACycle(BASE, Set.of()),
                        "package seeded.tokens; public class A { seeded.tokens.access.B b; }",
                        "package seeded.tokens.access; public class B { seeded.tokens.grant.C[] c; }",
                        "package seeded.tokens.grant; public class C { seeded.tokens.A a; }"),
                seeded(PackageRules.noPackageIsInACycle(BASE, Set.of("tokens")), THING_IN_TOKENS),
                seeded(
                        arrows("  access/  values"),
                        THING_IN_TOKENS,
                        "package seeded.tokens.access; class Reader { seeded.tokens.Thing thing; }"),
                seeded(
                        arrows("  access/  values  → tokens"),
                        THING_IN_TOKENS,
                        "package seeded.tokens.access; class Reader {}"),
                seeded(arrows("  access/  values"), THING_IN_TOKENS),
                seeded(
                        arrows("  access/  values"),
                        "package seeded.tokens.access; class Reader {}",
                        "package seeded.tokens.access.cache; class Cache {}"),
                seeded(PackageRules.packagesAreSmall(BASE, 1, Set.of()), THING_IN_TOKENS, REPOSITORY),
                seeded(PackageRules.packagesAreSmall(BASE, 1, Set.of("tokens")), THING_IN_TOKENS),
                seeded(
                        PackageRules.simpleNamesAreUnique(BASE, Set.of()),
                        THING_IN_TOKENS,
                        "package seeded.tokens.access; class Thing {}"),
                seeded(PackageRules.simpleNamesAreUnique(BASE, Set.of("Thing")), THING_IN_TOKENS),
                seeded(PackageRules.publicTypesAreUsedByOtherPackages(BASE, Set.of()), THING_IN_TOKENS),
                seeded(
                        Rules.endpointsArePublic(),
                        "package seeded.login; @jakarta.ws.rs.Path(\"/x\") class R {"
                                + " @jakarta.ws.rs.GET @jakarta.annotation.security.PermitAll void get() {} }"),
                seeded(
                        Rules.endpointsDeclareTheirRoles(),
                        "package seeded.login; @jakarta.ws.rs.Path(\"/x\") class R {"
                                + " @jakarta.ws.rs.GET public void get() {} }"),
                seeded(
                        Rules.administrationHoldsAdminPaths(),
                        "package seeded.tokens.administration; @jakarta.ws.rs.Path(\"/auth/things\") class R {}"),
                seeded(
                        Rules.adminPathsAreInAdministration(),
                        "package seeded.tokens.administration; @jakarta.ws.rs.Path(\"/admin/keys\") class R {}",
                        "package seeded.tokens; @jakarta.ws.rs.Path(\"/admin/things\") class S {}"),
                seeded(
                        Rules.textDeclaresItsMediaType(),
                        "package seeded.login; @jakarta.ws.rs.Path(\"/x\") class R {"
                                + " @jakarta.ws.rs.GET public org.jboss.resteasy.reactive.RestResponse<String> get() {"
                                + " return null; } }"),
                seeded(
                        Rules.resourcesTouchNoTable(),
                        REPOSITORY,
                        "package seeded.tokens; @jakarta.ws.rs.Path(\"/x\") class R { ThingRepository repository; }"),
                seeded(
                        Rules.entitiesStayInside(),
                        "package seeded.tokens; @jakarta.persistence.Entity public class Row {}"),
                seeded(Rules.entitiesStayInside(), "package seeded.tokens; public class ThingRepository {}"),
                seeded(
                        Rules.privateApiStaysInAdapters(BASE),
                        "package seeded.links; class S { io.vertx.core.impl.VertxInternal vertx; }"),
                seeded(
                        Rules.constructorInjection(),
                        "package seeded.tokens; class S { @jakarta.inject.Inject String field; }"),
                seeded(
                        Rules.timeThroughTheClock("seeded.web.ClockProducer"),
                        "package seeded.tokens; class S { Object now() { return java.time.Instant.now(); } }"),
                seeded(
                        Rules.timeThroughTheClock("seeded.web.ClockProducer"),
                        "package seeded.tokens; class S { long now() { return System.currentTimeMillis(); } }"),
                seeded(
                        Rules.pagesComeFromPagedQueries(BASE),
                        "package seeded.accounts; class S { Object list() {"
                                + " return new dev.signet.web.paging.Page<>(java.util.List.of(), null); } }"),
                seeded(
                        Rules.onlyJoseKnowsJose(BASE),
                        "package seeded.tokens; class S { org.jose4j.jwt.JwtClaims claims; }"),
                seeded(
                        Rules.onlyJoseKnowsJose(BASE),
                        "package seeded.accounts; class S { org.bouncycastle.crypto.Digest digest; }"),
                seeded(
                        Rules.passwordHashesKnowNoJose(BASE),
                        "package seeded.accounts.password; class S { org.jose4j.jwt.JwtClaims claims; }"),
                seeded(
                        Rules.privateKeysStayInside(BASE),
                        "package seeded.tokens; class S { java.security.interfaces.RSAPrivateKey key; }"),
                seeded(
                        Rules.storedKeysAreOpenedByKeys(BASE),
                        "package seeded.keys.ring; public interface StoredKeys {}",
                        "package seeded.oauth; class S { seeded.keys.ring.StoredKeys keys; }"),
                seeded(
                        Rules.auditEventsDecideNothing(BASE),
                        SECURITY_EVENT,
                        "package seeded.tokens; class S {"
                                + " void on(@jakarta.enterprise.event.Observes seeded.audit.SecurityEvent event) {} }"),
                seeded(
                        Rules.auditEventsDecideNothing(BASE),
                        SECURITY_EVENT,
                        "package seeded.tokens; class S {"
                                + " String of(seeded.audit.SecurityEvent event) { return event.detail(); } }"),
                seeded(
                        Rules.blackBoxTestsRunAgainstTheArtifact(),
                        "package seeded.login; @io.quarkus.test.junit.QuarkusTest class LoginTest {}"),
                seeded(
                        Rules.artifactTestsHaveAJourney(),
                        "package seeded.login; @io.quarkus.test.junit.QuarkusIntegrationTest class LoginIT {}"),
                seeded(
                        Rules.sqlTestsRunOnBothStacks(),
                        "package seeded.login; @io.quarkus.test.junit.QuarkusTest class RowsTest {"
                                + " javax.sql.DataSource database; }"),
                seeded(Rules.namesAreSpecific(), "package seeded.tokens; class TokenUtil {}"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void violationIsReported(ArchRule rule, List<String> sources) {
        assertThat(rule.evaluate(Compiled.from(sources.toArray(String[]::new))).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    private static ArchRule arrows(String line) {
        PackageTrees trees = PackageTrees.parse("""

                ## Packages inside a package

                ### `tokens`

                ```
                tokens/  no class of its own
                %s
                ```
                """.formatted(line));
        return PackageRules.importsMatchTheArrows(trees, Path.of("src/main/java"), BASE);
    }

    private static Arguments seeded(ArchRule rule, String... sources) {
        return Arguments.of(rule, List.of(sources));
    }
}
