package dev.signet.docs;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every use that {@code docs/callers.md} lists is shown by a test or a script that is there and that {@code .ci/run} runs by {@code .ci/artifacts}. */
class CallersDocTest {

    private static final int USES = 22;
    private static final Pattern TEST = Pattern.compile("`\\w+Test#\\w+`");
    private static final Pattern SCRIPT = Pattern.compile("`((?:examples|src/test/scripts)/[a-z-]+\\.sh)`");

    @Test
    void everyUseIsShown() throws IOException {
        List<String[]> rows = Files.readAllLines(Path.of("docs/callers.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> line.split("\\|"))
                .toList();

        assertThat(rows.stream().map(cells -> cells[1].strip()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, USES)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(rows)
                .allSatisfy(cells -> assertThat(TEST.matcher(cells[4]).find()
                                || SCRIPT.matcher(cells[4]).find())
                        .as("the test of row " + cells[1].strip())
                        .isTrue());
    }

    @Test
    void namedScriptsAreThereAndRun() throws IOException {
        String everything = Files.readString(Path.of(".ci/artifacts"));

        assertThat(SCRIPT.matcher(Files.readString(Path.of("docs/callers.md")))
                        .results()
                        .map(match -> match.group(1)))
                .isNotEmpty()
                .allSatisfy(script -> {
                    assertThat(Path.of(script)).exists();
                    assertThat(everything).contains(script);
                });
    }
}
