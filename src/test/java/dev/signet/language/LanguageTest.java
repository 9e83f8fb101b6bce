package dev.signet.language;

import com.sun.source.tree.ClassTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the names, messages and comments of the code against {@code docs/language.md}. */
class LanguageTest {

    /** Files that list the rejected words. */
    private static final Set<String> WORD_LISTS = Set.of("LanguageRules", "LanguageTest", "DocumentFormatTest");

    private static List<SourceFile> application;
    private static List<SourceFile> all;

    @BeforeAll
    static void readSources() throws IOException {
        application = SourceFile.readAll("src/main/java");
        all = Stream.concat(application.stream(), SourceFile.readAll("src/test/java").stream())
                .filter(file -> !WORD_LISTS.contains(file.name()))
                .toList();
    }

    @Test
    void namesContainNoRejectedWord() {
        assertThat(violations(LanguageRules::names)).isEmpty();
    }

    @Test
    void methodNamesAreNoClauses() {
        assertThat(violations(LanguageRules::clauses)).isEmpty();
    }

    @Test
    void sentencesInLiteralsContainNoRejectedWord() {
        assertThat(violations(LanguageRules::sentences)).isEmpty();
    }

    @Test
    void pageMessagesContainNoRejectedWord() {
        assertThat(violations(LanguageRules::pageMessages)).isEmpty();
    }

    @Test
    void commentsContainLessThanOneRejectedWordPerThousandLines() {
        long lines = all.stream().mapToLong(SourceFile::lineCount).sum();

        List<String> violations = violations(LanguageRules::comments);

        assertThat(violations.size() * 1_000.0 / lines)
                .as(violations.toString())
                .isLessThan(1);
    }

    @Test
    void topLevelTypesHaveDistinctNames() {
        List<String> names = application.stream()
                .flatMap(file -> file.unit().getTypeDecls().stream())
                .filter(ClassTree.class::isInstance)
                .map(type -> ((ClassTree) type).getSimpleName().toString())
                .toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void everyExceptionNamesADeclaration() {
        Set<String> declared = all.stream()
                .flatMap(file -> LanguageRules.declaredNames(file).stream())
                .collect(Collectors.toSet());

        assertThat(declared).containsAll(LanguageRules.NAME_EXCEPTIONS.keySet());
    }

    static Stream<Arguments> rejectedSources() {
        Function<SourceFile, List<String>> names = LanguageRules::names;
        Function<SourceFile, List<String>> clauses = LanguageRules::clauses;
        Function<SourceFile, List<String>> sentences = LanguageRules::sentences;
        Function<SourceFile, List<String>> messages = LanguageRules::pageMessages;
        Function<SourceFile, List<String>> comments = LanguageRules::comments;
        return Stream.of(
                Arguments.of(names, "class TokenAnswer {}"),
                Arguments.of(names, "interface Whoever {}"),
                Arguments.of(names, "record Login(String person) {}"),
                Arguments.of(names, "enum State { GONE }"),
                Arguments.of(names, "class Seeded { void tryMake() {} }"),
                Arguments.of(names, "class Seeded { int answers; }"),
                Arguments.of(names, "class Seeded { void send(String address) {} }"),
                Arguments.of(names, "class Seeded { void run() { int roomCount = 1; } }"),
                Arguments.of(names, "class Seeded { Runnable run = () -> { int told = 1; }; }"),
                Arguments.of(clauses, "class SeededTest { @Test void whatIsExpiredIsRemoved() {} }"),
                Arguments.of(clauses, "class SeededTest { @Test void whoSignsOutHasNoSession() {} }"),
                Arguments.of(clauses, "class SeededTest { @ParameterizedTest void soAreDeviceCodes() {} }"),
                Arguments.of(clauses, "class Seeded { void howLong() {} }"),
                Arguments.of(clauses, "class Seeded { void where() {} }"),
                Arguments.of(sentences, "class Seeded { String error = \"nobody has this role\"; }"),
                Arguments.of(sentences, "class Seeded { String error = \"the token is void\"; }"),
                Arguments.of(sentences, "class Seeded { String error = \"the request was refused\"; }"),
                Arguments.of(comments, "/** Refuses expired tokens. */ class Seeded {}"),
                Arguments.of(sentences, "class Seeded { String error = \"the key is no more\" + 1; }"),
                Arguments.of(sentences, "class Seeded { String error = \"\"\"\n the client was told\n \"\"\"; }"),
                Arguments.of(sentences, "@Operation(summary = \"Answers a question\") class Seeded {}"),
                Arguments.of(messages, "interface Seeded { @Message(\"Whatever\") String text(); }"),
                Arguments.of(messages, "interface Seeded { @Message(value = \"Lets in all\") String text(); }"),
                Arguments.of(comments, "/** Returns whoever signed in. */ class Seeded {}"),
                Arguments.of(comments, "class Seeded {} // judged again"));
    }

    @ParameterizedTest
    @MethodSource("rejectedSources")
    void violationIsReported(Function<SourceFile, List<String>> rule, String source) throws IOException {
        assertThat(rule.apply(SourceFile.of("Seeded", source))).as(source).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Showing { void showAnswerable() {} }",
                "class Software { void sortHowever() {} }",
                "class Seeded { String error = \"void\"; }",
                "class Seeded { String error = \"it fails the known-answer test\"; }",
                "class Seeded { String error = \"job failed: connection refused\"; /* a refused connection */ }",
                "/** The status {@code refused}. */ class Seeded {}",
                "class Seeded { String test = \"class A { void run() {} }\"; }",
                "class Seeded { String url = \"https://example.com\"; /* plain */ }",
                "class Seeded { String scope = \"no more rights than before\"; }"
            })
    void plainSourceIsAccepted(String source) throws IOException {
        SourceFile file = SourceFile.of("Seeded", source);

        assertThat(Stream.of(
                                LanguageRules.names(file),
                                LanguageRules.clauses(file),
                                LanguageRules.sentences(file),
                                LanguageRules.pageMessages(file),
                                LanguageRules.comments(file))
                        .flatMap(List::stream))
                .isEmpty();
    }

    private static List<String> violations(Function<SourceFile, List<String>> rule) {
        return all.stream().flatMap(file -> rule.apply(file).stream()).toList();
    }
}
