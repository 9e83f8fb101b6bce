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
    private static final Pattern SECTION = Pattern.compile("^## ", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`\\w+Test#\\w+`");
    private static final Pattern SCRIPT = Pattern.compile("`((?:examples|src/test/scripts)/[a-z-]+\\.sh)`");

    @Test
    void everyUseCaseNamesItsTests() throws IOException {
        List<String> sections = SECTION.splitAsStream(Files.readString(Path.of("docs/callers.md")))
                .skip(1)
                .toList();

        assertThat(sections.stream().map(section -> section.substring(0, section.indexOf('.'))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, USES)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(sections).allSatisfy(section -> {
            String shown = section.substring(section.indexOf("**Shown by:**"));
            assertThat(TEST.matcher(shown).find() || SCRIPT.matcher(shown).find())
                    .isTrue();
        });
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
