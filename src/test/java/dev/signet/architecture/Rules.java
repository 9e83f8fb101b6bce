package dev.signet.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.signet.support.database.CuttableDatabase;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.web.paging.Page;
import io.quarkus.security.Authenticated;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.junit.platform.commons.annotation.Testable;

import javax.sql.DataSource;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The architecture rules, each with its reason. {@link ArchitectureRulesTest} shows that each one can fail. */
final class Rules {

    private static final String[] JOSE_AND_CRYPTO = {
        "org.jose4j..",
        "com.nimbusds..",
        "io.jsonwebtoken..",
        "com.auth0..",
        "io.smallrye.jwt.build..",
        "io.smallrye.jwt.algorithm..",
        "io.smallrye.jwt.util..",
        "com.amazon.corretto..",
        "org.bouncycastle.."
    };

    private Rules() {}

    static ArchRule importsRunDownwards(PackageTable table, String base) {
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .should(new ArchCondition<>("import only the packages that docs/architecture.md allows") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String from = packageOf(type, base);
                        if (from.isEmpty()) {
                            return;
                        }
                        if (!table.all().contains(from)) {
                            events.add(SimpleConditionEvent.violated(
                                    type,
                                    type.getName() + " is in the package '" + from
                                            + "', which the table does not contain"));
                            return;
                        }
                        type.getDirectDependenciesFromSelf().forEach(dependency -> {
                            String to = packageOf(dependency.getTargetClass(), base);
                            if (!to.isEmpty()
                                    && !to.equals(from)
                                    && !table.allowedFor(from).contains(to)) {
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                            }
                        });
                    }
                })
                .because("imports only run downwards, so that a package can be read, tested and deleted alone");
    }

    static ArchRule noCycles(String base) {
        return slices().matching(base + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("packages with a cycle cannot be changed or deleted separately");
    }

    static ArchRule endpointsArePublic() {
        return methods()
                .that(are(endpoint()))
                .should()
                .bePublic()
                .because("a JAX-RS method that is not public is silently not registered and returns 404");
    }

    static ArchRule endpointsDeclareTheirRoles() {
        return methods()
                .that(are(endpoint()))
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(Authenticated.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .because("the allowed roles are declared on the method, never for a path");
    }

    static ArchRule administrationHoldsAdminPaths() {
        return classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .resideInAPackage("..administration")
                .should(new ArchCondition<>("have a path below /admin") {
                    @Override
                    public void check(JavaClass resource, ConditionEvents events) {
                        if (!isBelowAdmin(resource)) {
                            events.add(SimpleConditionEvent.violated(
                                    resource, resource.getName() + " serves users or clients"));
                        }
                    }
                })
                .because("a package named administration contains the administrative resources of its parent");
    }

    static ArchRule adminPathsAreInAdministration() {
        return classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should(new ArchCondition<>("be in the package administration of their package, if it has one") {

                    private Set<String> parents = Set.of();

                    @Override
                    public void init(Collection<JavaClass> resources) {
                        parents = resources.stream()
                                .map(JavaClass::getPackageName)
                                .filter(name -> name.endsWith(".administration"))
                                .map(name -> name.substring(0, name.lastIndexOf('.')))
                                .collect(Collectors.toSet());
                    }

                    @Override
                    public void check(JavaClass resource, ConditionEvents events) {
                        if (isBelowAdmin(resource) && parents.contains(resource.getPackageName())) {
                            events.add(SimpleConditionEvent.violated(
                                    resource, resource.getName() + " is next to a package administration"));
                        }
                    }
                })
                .because("a reader looks for an administrative resource in the package administration");
    }

    private static boolean isBelowAdmin(JavaClass resource) {
        String path = resource.getAnnotationOfType(Path.class).value();
        return path.equals("/admin") || path.startsWith("/admin/");
    }

    static ArchRule textDeclaresItsMediaType() {
        return methods()
                .that(are(endpoint()))
                .and(returnText())
                .should()
                .beAnnotatedWith(Produces.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Produces.class)
                .because(
                        "text without a media type is served as text/plain, and rejected for clients that accept only its real type")
                .allowEmptyShould(true);
    }

    static ArchRule resourcesTouchNoTable() {
        return noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .because("a resource parses requests and returns responses; services apply rules and access tables");
    }

    static ArchRule entitiesStayInside() {
        return noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .haveSimpleNameEndingWith("Repository")
                .or()
                .areAnnotatedWith(Path.class)
                .should()
                .bePublic()
                .because("entities, repositories and resources never leave their package")
                .allowEmptyShould(true);
    }

    static ArchRule privateApiStaysInAdapters(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(base + ".web.vertx..", base + ".web.connection..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..impl..", "io.netty..internal..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(CurrentVertxRequest.class)
                .because("an update of Vert.x or Quarkus may change it, which the tests of the adapters show");
    }

    static ArchRule constructorInjection() {
        return fields().should()
                .notBeAnnotatedWith(Inject.class)
                .because("dependencies of a class are constructor parameters");
    }

    static ArchRule timeThroughTheClock(String clockSource) {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(clockSource)
                .should()
                .callMethodWhere(readsTheSystemClock())
                .because("time comes from the injected Clock, so that a test can drive it");
    }

    static ArchRule pagesComeFromPagedQueries(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".web.paging..")
                .should()
                .callConstructor(Page.class, List.class, String.class)
                .because("a list without a cursor has a limit that its clients cannot see");
    }

    static ArchRule onlyJoseKnowsJose(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(base + ".jose..", base + ".accounts.password..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JOSE_AND_CRYPTO)
                .because("only jose knows a JOSE or crypto library, and accounts.password its password hashes");
    }

    static ArchRule passwordHashesKnowNoJose(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".accounts.password..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jose4j..", "com.nimbusds..", "io.smallrye.jwt..", "com.amazon.corretto..")
                .because("password hashing has nothing to do with tokens")
                .allowEmptyShould(true);
    }

    static ArchRule privateKeysStayInside(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(base + ".jose..", base + ".keys..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PrivateKey.class)
                .because("only jose and keys see a private key");
    }

    static ArchRule storedKeysAreOpenedByKeys(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".keys..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(Pattern.quote(base) + "\\.keys\\.(encryption\\.SigningKeyFactory|ring\\.StoredKeys)")
                .because("a class that decrypts stored private keys could sign with any of them");
    }

    static ArchRule auditEventsDecideNothing(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(base + ".audit..", base + ".webhooks..")
                .should(new ArchCondition<>("observe or read security events") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethodCallsFromSelf().stream()
                                .filter(call -> isOwnedBySecurityEvent(call, base)
                                        && call.getTarget()
                                                .getRawParameterTypes()
                                                .isEmpty())
                                .forEach(call ->
                                        events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
                        type.getMethods().stream()
                                .flatMap(method -> method.getParameters().stream())
                                .filter(parameter -> isSecurityEvent(parameter.getRawType(), base)
                                        && (parameter.isAnnotatedWith(Observes.class)
                                                || parameter.isAnnotatedWith(ObservesAsync.class)))
                                .forEach(parameter ->
                                        events.add(SimpleConditionEvent.satisfied(type, parameter.getDescription())));
                    }
                })
                .because("a class that acts on a change observes the domain event, and audit only records");
    }

    private static boolean isOwnedBySecurityEvent(JavaCall<?> call, String base) {
        return isSecurityEvent(call.getTargetOwner(), base);
    }

    private static boolean isSecurityEvent(JavaClass type, String base) {
        return type.getName().equals(base + ".audit.SecurityEvent");
    }

    static ArchRule namesAreSpecific() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .because("such a name does not describe the class");
    }

    static ArchRule blackBoxTestsRunAgainstTheArtifact() {
        return classes()
                .that(useOnlyHttp())
                .should(new ArchCondition<>("have an XxxIT that extends them") {
                    @Override
                    public void check(JavaClass test, ConditionEvents events) {
                        String name = test.getName().replaceFirst("Test$", "IT");
                        boolean met = test.getSubclasses().stream()
                                .anyMatch(type -> type.getName().equals(name)
                                        && type.isAnnotatedWith(QuarkusIntegrationTest.class));
                        if (!met) {
                            events.add(SimpleConditionEvent.violated(test, test.getName() + " has no IT"));
                        }
                    }
                })
                .because("the API has to behave the same in the jar and in the native binary");
    }

    static ArchRule artifactTestsHaveAJourney() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("IT")
                .and()
                .areTopLevelClasses()
                .should(new ArchCondition<>("have a test marked @Journey") {
                    @Override
                    public void check(JavaClass test, ConditionEvents events) {
                        if (!test.isAnnotatedWith(Journey.class)
                                && test.getAllMethods().stream()
                                        .noneMatch(method -> method.isAnnotatedWith(Journey.class)
                                                && method.isMetaAnnotatedWith(Testable.class))) {
                            events.add(SimpleConditionEvent.violated(test, test.getName() + " has no journey"));
                        }
                    }
                })
                .because("./mvnw verify runs only journeys against the artifact, and each area needs one");
    }

    static ArchRule sqlTestsRunOnBothStacks() {
        return classes()
                .that(are(annotatedWith(QuarkusTest.class)))
                .and(accessesDatabaseDirectly())
                .should(new ArchCondition<>("be marked @OnBothStacks") {
                    @Override
                    public void check(JavaClass test, ConditionEvents events) {
                        if (!test.isAnnotatedWith(OnBothStacks.class)) {
                            events.add(SimpleConditionEvent.violated(test, test.getName() + " runs on H2 alone"));
                        }
                    }
                })
                .because("H2 and PostgreSQL accept different SQL and lock differently");
    }

    private static DescribedPredicate<JavaClass> accessesDatabaseDirectly() {
        return DescribedPredicate.describe(
                "access the database directly",
                test -> test.getAllFields().stream()
                        .map(field -> field.getRawType())
                        .anyMatch(type -> type.isAssignableTo(DataSource.class)
                                || type.isAssignableTo(EntityManager.class)
                                || type.getSimpleName().endsWith("Repository")
                                || type.getSimpleName().endsWith("Outbox")));
    }

    private static DescribedPredicate<JavaClass> useOnlyHttp() {
        return DescribedPredicate.describe(
                "use only HTTP",
                test -> test.isAnnotatedWith(QuarkusTest.class)
                        && test.getFields().stream()
                                .noneMatch(field -> field.isAnnotatedWith(Inject.class)
                                        || field.isAnnotatedWith(TestHTTPResource.class))
                        && test.getDirectDependenciesFromSelf().stream()
                                .map(use -> use.getTargetClass())
                                .noneMatch(type -> type.getPackageName().equals("java.util.logging")
                                        || type.getPackageName().equals("java.lang.management")
                                        // Needs an application of its own.
                                        || type.isEquivalentTo(CuttableDatabase.class)));
    }

    private static DescribedPredicate<JavaMember> endpoint() {
        return DescribedPredicate.describe(
                "endpoint methods",
                member -> member instanceof JavaMethod
                        && member.getOwner().isAnnotatedWith(Path.class)
                        && member.getAnnotations().stream().anyMatch(Rules::isHttpMethod));
    }

    private static DescribedPredicate<JavaMethod> returnText() {
        return DescribedPredicate.describe(
                "return text",
                method -> method.getReturnType().getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getSimpleName)
                        .filter(type -> !type.equals("Uni") && !type.equals("RestResponse"))
                        .toList()
                        .equals(List.of("String")));
    }

    private static boolean isHttpMethod(JavaAnnotation<?> annotation) {
        return annotation.getRawType().isAnnotatedWith(HttpMethod.class);
    }

    private static DescribedPredicate<JavaCall<?>> readsTheSystemClock() {
        return DescribedPredicate.describe("reads the system clock", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getTarget().getName();
            boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
            return owner.equals(Clock.class.getName()) && name.startsWith("system")
                    || owner.startsWith("java.time.") && name.equals("now") && noArguments
                    || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                    || owner.equals("java.util.Date") && name.equals("<init>") && noArguments;
        });
    }

    private static String packageOf(JavaClass type, String base) {
        String name = type.getPackageName();
        if (!name.startsWith(base + ".")) {
            return "";
        }
        String rest = name.substring(base.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
