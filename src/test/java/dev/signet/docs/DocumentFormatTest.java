package dev.signet.docs;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** All documents can be read in a terminal and in a diff, are written in plain English, and have working links. */
class DocumentFormatTest {

    private static final int LONGEST_LINE = 160;
    private static final int SENTENCES_PER_CELL = 2;

    /** Words that docs/language.md (rule 4) bans and that have no other use in these documents. */
    private static final Pattern BANNED = Pattern.compile(
            "\\b(?:whoever|whomever|whatever|nobody|somebody|beside|besides|anew|ours|theirs|judges?|judged|told|said"
                    + "|is to be|are to be|lets? in|void|persons?)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final String GUIDE = "docs/language.md";
    private static final List<MarkdownDocument> DOCUMENTS = MarkdownDocument.all();

    @Test
    void documentsAreFound() {
        assertThat(DOCUMENTS).anyMatch(document -> document.isAt("README.md"));
        assertThat(DOCUMENTS).anyMatch(document -> document.isAt("docs/operations/deployment.md"));
    }

    @Test
    void linesHaveAtMost160Characters() {
        assertThat(DOCUMENTS)
                .flatMap(document -> document.linesLongerThan(LONGEST_LINE))
                .isEmpty();
    }

    @Test
    void tableCellsHaveAtMostTwoSentences() {
        assertThat(DOCUMENTS)
                .flatMap(document -> document.tableCellsWithMoreSentencesThan(SENTENCES_PER_CELL))
                .isEmpty();
    }

    @Test
    void bannedWordsAreNotUsed() {
        assertThat(DOCUMENTS.stream()
                        .filter(document -> !document.isAt(GUIDE))
                        .flatMap(document -> document.proseMatching(BANNED).stream()))
                .isEmpty();
    }

    @Test
    void relativeLinksLeadToFilesAndHeadings() {
        assertThat(DOCUMENTS).flatMap(MarkdownDocument::brokenLinks).isEmpty();
    }

    @Test
    void namedTypesExist() {
        assertThat(DOCUMENTS.stream()
                        .filter(document -> !document.isAt(GUIDE))
                        .flatMap(document -> document.unknownTypes().stream()))
                .isEmpty();
    }

    @Test
    void longLineIsReported() {
        assertThat(document("short\n" + "ü".repeat(LONGEST_LINE)).linesLongerThan(LONGEST_LINE))
                .isEmpty();
        assertThat(document("short\n" + "ü".repeat(LONGEST_LINE + 1)).linesLongerThan(LONGEST_LINE))
                .containsExactly("docs/sample.md:2 has 161 characters");
    }

    @Test
    void cellWithThreeSentencesIsReported() {
        assertThat(document("| `a` | One, e.g. this. Two `b|c. D`. |").tableCellsWithMoreSentencesThan(2))
                .isEmpty();
        assertThat(document("| `a` | One. Two. `Three` is too much. |").tableCellsWithMoreSentencesThan(2))
                .hasSize(1);
    }

    @Test
    void bannedWordIsReportedOutsideOfCode() {
        assertThat(document("`whoever`\n\n    void main()\n\nPersonal data.").proseMatching(BANNED))
                .isEmpty();
        assertThat(document("It is for\nWhoever asks.").proseMatching(BANNED))
                .containsExactly("docs/sample.md:2 has “Whoever”");
    }

    @Test
    void brokenLinkIsReported() {
        assertThat(document("# The `x` path\n[a](#the-x-path) [b](errors.md#invalid_grant) [c](https://example.com)")
                        .brokenLinks())
                .isEmpty();
        assertThat(document("[a](#none)\n[b](missing.md) [c](errors.md#none)\n\n[d]: ../missing.md")
                        .brokenLinks())
                .containsExactly(
                        "docs/sample.md:1 links to #none",
                        "docs/sample.md:2 links to missing.md",
                        "docs/sample.md:2 links to errors.md#none",
                        "docs/sample.md:4 links to ../missing.md");
    }

    @Test
    void unknownTypeIsReported() {
        assertThat(document("`tokens.session.TokenService#issue`, `dev.signet.error.ErrorCode`, `io.vertx.core.Vertx`")
                        .unknownTypes())
                .isEmpty();
        assertThat(document("`tokens.NoSuchType.issue(...)`").unknownTypes())
                .containsExactly("docs/sample.md:1 names tokens.NoSuchType");
    }

    private static MarkdownDocument document(String content) {
        return MarkdownDocument.of(Path.of("docs/sample.md"), content);
    }
}
