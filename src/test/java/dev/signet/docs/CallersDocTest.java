package dev.signet.docs;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks that each use in {@code docs/callers.md} names an existing test, or a script that {@code .ci/run} runs. */
class CallersDocTest {

    private static final int USES = 22;
    private static final Pattern TEST = Pattern.compile("`\\w+Test#\\w+`");
    private static final Pattern SCRIPT = Pattern.compile("`((?:examples|src/test/scripts)/[a-z-]+\\.sh)`");

    @Test
    void everyUseCaseNamesItsTests() throws IOException {
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
    void namedScriptsExistAndAreRunByTheBuild() throws IOException {
        String everything = Files.readString(Path.of(".ci/artifacts"));
        assertThat(Files.readString(Path.of(".ci/run"))).contains(".ci/artifacts");

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
