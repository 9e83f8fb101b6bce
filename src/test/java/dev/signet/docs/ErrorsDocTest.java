package dev.signet.docs;

import dev.signet.error.ErrorCode;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/errors.md} names every error code with its status and its sentence, and no other. */
class ErrorsDocTest {

    private static final Pattern HEADING = Pattern.compile("^## `?([a-z_]+)`?$", Pattern.MULTILINE);

    @Test
    void everyErrorCodeHasAnAnchor() throws IOException {
        String page = Files.readString(Path.of("docs/errors.md"));

        List<String> headings =
                HEADING.matcher(page).results().map(match -> match.group(1)).toList();

        assertThat(headings)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).toList());
    }

    @Test
    void documentedStatusAndSentenceMatchErrorCodes() throws IOException {
        String page = Files.readString(Path.of("docs/errors.md"));

        for (ErrorCode code : ErrorCode.values()) {
            assertThat(page).contains("## " + code.wire() + "\n\n" + code.status() + " · " + code.sentence() + "\n");
        }
    }
}
