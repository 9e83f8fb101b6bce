package dev.signet.docs;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares the figures in the README with the tables of measurements. */
class FiguresDocTest {

    private static final String HEADING = "## Performance";

    @Test
    void readmeFiguresMatchBenchmarkResults() throws IOException {
        String results = Files.readString(Path.of("benchmarks/results.md"));
        List<String> measured = Stream.concat(
                        rows(results, "## The goals").stream(), rows(results, "## Peers").stream())
                .toList();
        List<String> promised = rows(Files.readString(Path.of("README.md")), HEADING);

        assertThat(promised).hasSizeGreaterThan(3).allSatisfy(row -> {
            List<String> cells = cells(row);
            String source = measured.stream()
                    .filter(line -> cells(line).get(0).equals(cells.get(0)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no such row in benchmarks/results.md: " + cells.get(0)));
            List<String> figures = cells(source.replace("**", ""));
            assertThat(cells.stream().skip(1).filter(cell -> !cell.isEmpty()))
                    .as(cells.get(0))
                    .allSatisfy(figure -> assertThat(figures).anyMatch(cell -> cell.startsWith(figure)));
        });
    }

    /** Returns the rows of the first table of a section, without its header. */
    private static List<String> rows(String page, String heading) {
        return page.substring(page.indexOf(heading + "\n"))
                .lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .toList();
    }

    private static List<String> cells(String row) {
        return Stream.of(row.substring(1).split("\\|")).map(String::strip).toList();
    }
}
