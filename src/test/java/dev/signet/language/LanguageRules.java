package dev.signet.language;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules 1, 4, 5 and 7 of {@code docs/language.md}, as far as a list of words can check them. */
final class LanguageRules {

    /** Names that contain a word of {@link #NAME_WORDS}, each with the reason. */
    static final Map<String, String> NAME_EXCEPTIONS = exceptions();

    /** Words without a technical meaning. They are rejected everywhere. */
    private static final Set<String> WORDS = Set.of(
            "whoever",
            "whatever",
            "whom",
            "nobody",
            "somebody",
            "anybody",
            "everybody",
            "anew",
            "beside",
            "besides",
            "behind",
            "ours",
            "theirs",
            "judge",
            "judges",
            "judged",
            "told",
            "said",
            "stands",
            "goes",
            "gone",
            "answer",
            "answers",
            "answered",
            "answering",
            "persons",
            "house",
            "room",
            "rooms",
            "errand",
            "errands");

    /** Words that names also avoid. In a sentence they have correct uses, as in "a user who signed in". */
    private static final Set<String> NAME_WORDS = union(
            WORDS,
            Set.of(
                    "person", "void", "say", "says", "tell", "tells", "wish", "wishes", "who", "whose", "what", "make",
                    "makes", "made", "take", "takes", "taken", "took", "give", "gives", "given", "gave"));

    /** Words that sentences also avoid. */
    private static final Set<String> SENTENCE_WORDS = union(WORDS, Set.of("person", "void"));

    /** Only a connection is refused. The value {@code refused} of the API is quoted. */
    private static final String REFUSAL =
            "(?<!connection |connection is |connections are |@code |\")refus(?:e|es|ed|ing|al)"
                    + "(?! (?:\\w+ )?connection)";

    private static final Pattern PHRASE = Pattern.compile(
            "\\b(?:lets? in|a matter of|is to be|no more(?! \\w+ than| than)|" + REFUSAL + ")\\b",
            Pattern.CASE_INSENSITIVE);

    /** Beginnings of a clause; a method name starts with a verb, and a test name with its subject. */
    private static final Pattern CLAUSE = Pattern.compile("(?:what|who|whose|whom|where|how|so)(?:[A-Z].*)?");

    /**
     * FIPS 140-3 has known-answer tests; person is a value of the API; Java source in a literal has void methods; a
     * published test vector has this name.
     */
    private static final Pattern TECHNICAL_TERM =
            Pattern.compile("known-answer test|person or service|\\bvoid \\w+\\(|\\(must be refused\\)");

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+");

    private static final Pattern TEXT_OR_COMMENT = Pattern.compile(
            "\"\"\"(?:\\\\.|(?!\"\"\").)*+\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'"
                    + "|//[^\\n]*+|/\\*.*?\\*/",
            Pattern.DOTALL);

    private LanguageRules() {}

    private static Map<String, String> exceptions() {
        Map<String, String> reasons = new HashMap<>();
        reasons.put("SignatureSelfTest.KnownAnswer", "FIPS 140-3 calls it a known-answer test");
        reasons.put("AccountKind.PERSON", "value of the API and of a column");
        reasons.put("FetchFailedException.ADDRESS", "failure code of the API");
        reasons.put("ErrorCode.USERNAME_TAKEN", "error code of the API");
        reasons.put("LinkPages.USERNAME_TAKEN", "notice for this error code");
        reasons.put("LinkMessages.usernameTaken", "notice for this error code");
        reasons.put("MailKind.ADDRESS_TAKEN", "value of a column");
        reasons.put("StoredMail.address", "name of the column");
        Stream.of("SessionView", "EventView").forEach(view -> reasons.put(view + ".address", "member of the API"));
        return Map.copyOf(reasons);
    }

    /** Rejects names of types, methods, fields, parameters and variables that contain a word of the list. */
    static List<String> names(SourceFile file) {
        List<String> violations = new ArrayList<>();
        new DeclarationScanner() {
            @Override
            void declaration(String name, Tree tree) {
                if (!NAME_EXCEPTIONS.containsKey(file.name() + "." + name)) {
                    rejectedName(name).forEach(word -> violations.add(file.at(tree) + ": " + name));
                }
            }
        }.scan(file.unit(), null);
        return violations;
    }

    /** Returns the names that are declared in a file, as keys of {@link #NAME_EXCEPTIONS}. */
    static Set<String> declaredNames(SourceFile file) {
        Set<String> names = new HashSet<>();
        new DeclarationScanner() {
            @Override
            void declaration(String name, Tree tree) {
                names.add(file.name() + "." + name);
            }
        }.scan(file.unit(), null);
        return names;
    }

    /** Rejects methods, tests included, whose name is a clause. */
    static List<String> clauses(SourceFile file) {
        List<String> violations = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                if (CLAUSE.matcher(method.getName()).matches()) {
                    violations.add(file.at(method) + ": " + method.getName());
                }
                return super.visitMethod(method, null);
            }
        }.scan(file.unit(), null);
        return violations;
    }

    /** Rejects sentences in string literals: messages of errors and logs, descriptions of the API, reasons of tests. */
    static List<String> sentences(SourceFile file) {
        List<String> violations = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void unused) {
                if (literal.getValue() instanceof String text && text.strip().contains(" ")) {
                    rejectedWords(text).forEach(word -> violations.add(file.at(literal) + ": " + word + ": " + text));
                }
                return null;
            }
        }.scan(file.unit(), null);
        return violations;
    }

    /** Rejects messages of pages and mails. Unlike {@link #sentences}, includes messages of one word. */
    static List<String> pageMessages(SourceFile file) {
        List<String> violations = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitAnnotation(AnnotationTree annotation, Void unused) {
                if (annotation.getAnnotationType().toString().equals("Message")) {
                    String text = annotation.getArguments().toString();
                    rejectedWords(text).forEach(word -> violations.add(file.at(annotation) + ": " + word));
                }
                return null;
            }
        }.scan(file.unit(), null);
        return violations;
    }

    /** Returns the rejected words and phrases in the comments of a file. */
    static List<String> comments(SourceFile file) {
        List<String> violations = new ArrayList<>();
        Matcher matcher = TEXT_OR_COMMENT.matcher(file.text());
        while (matcher.find()) {
            if (matcher.group().startsWith("/")) {
                rejectedWords(matcher.group()).forEach(word -> violations.add(file.name() + ": " + word));
            }
        }
        return violations;
    }

    private static List<String> rejectedName(String name) {
        return name.equalsIgnoreCase("address")
                ? List.of(name)
                : Arrays.stream(WORD_START.split(name))
                        .filter(word -> NAME_WORDS.contains(word.toLowerCase(Locale.ROOT)))
                        .toList();
    }

    private static List<String> rejectedWords(String text) {
        String rest = TECHNICAL_TERM.matcher(text).replaceAll("");
        List<String> rejected = new ArrayList<>();
        for (String word : rest.split("[^A-Za-z]+")) {
            if (SENTENCE_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                rejected.add(word);
            }
        }
        PHRASE.matcher(rest).results().forEach(phrase -> rejected.add(phrase.group()));
        return rejected;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    /** Visits every declared name. */
    private abstract static class DeclarationScanner extends TreeScanner<Void, Void> {

        abstract void declaration(String name, Tree tree);

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            declaration(type.getSimpleName().toString(), type);
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            declaration(method.getName().toString(), method);
            return super.visitMethod(method, null);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void unused) {
            declaration(variable.getName().toString(), variable);
            return super.visitVariable(variable, null);
        }
    }
}
