package dev.signet.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown document: its lines, table cells, prose, links and headings. */
final class MarkdownDocument {

    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
    private static final Pattern LINK_DEFINITION = Pattern.compile("^\\[[^\\]]+\\]: (\\S+)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?) *#*$");
    private static final Pattern ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\">");
    private static final Pattern LINK_TEXT = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern SENTENCE_END = Pattern.compile(
            "(?:(?<!App)(?<=[\\p{L}\\p{N})\"”`])\\.|(?<=[\\p{L}\\p{N})\"”])[!?])[)\"”]*\\s+(?=[A-Z`\"“(*])");

    private static final Pattern TYPE =
            Pattern.compile("`(?:dev\\.signet\\.)?(([a-z]+)(?:\\.[a-z][a-z0-9]*)*\\.[A-Z]\\w+)(?:[#.(][^`]*)?`");
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java/dev/signet"), Path.of("src/test/java/dev/signet"));

    private final Path path;
    private final List<String> lines;
    private final List<Line> text;

    /** A line outside of code blocks, with its number. */
    record Line(int number, String content) {}

    private MarkdownDocument(Path path, List<String> lines) {
        this.path = path;
        this.lines = lines;
        this.text = withoutCodeBlocks(lines);
    }

    static MarkdownDocument of(Path path, String content) {
        return new MarkdownDocument(path, content.lines().toList());
    }

    static MarkdownDocument read(Path path) {
        try {
            return of(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all documents of the repository. Build results, dependencies and hidden directories are left out. */
    static List<MarkdownDocument> all() {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.iterate(file, Path::getParent)
                            .takeWhile(directory -> directory != null)
                            .map(directory -> directory.getFileName().toString())
                            .noneMatch(name ->
                                    name.equals("target") || name.equals("node_modules") || name.startsWith(".")))
                    .sorted()
                    .map(MarkdownDocument::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAt(String other) {
        return path.equals(Path.of(other));
    }

    List<String> linesLongerThan(int characters) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int length = line.codePointCount(0, line.length());
            if (length > characters) {
                found.add(path + ":" + (i + 1) + " has " + length + " characters");
            }
        }
        return found;
    }

    List<String> tableCellsWithMoreSentencesThan(int sentences) {
        return text.stream()
                .filter(line -> line.content().startsWith("|"))
                .flatMap(line -> cells(line.content()).stream()
                        .filter(cell -> SENTENCE_END.matcher(cell).results().count() + 1 > sentences)
                        .map(cell -> path + ":" + line.number() + " has a cell with several sentences: " + cell))
                .toList();
    }

    /** Returns the lines outside of code that match a pattern. */
    List<String> proseMatching(Pattern pattern) {
        return text.stream()
                .flatMap(line -> pattern.matcher(CODE.matcher(line.content()).replaceAll("``"))
                        .results()
                        .map(match -> path + ":" + line.number() + " has “" + match.group() + "”"))
                .toList();
    }

    /** Returns the types of Signet that the document names with their package and that do not exist. */
    List<String> unknownTypes() {
        return text.stream()
                .flatMap(line -> TYPE.matcher(line.content())
                        .results()
                        .filter(type -> isInSources(type.group(2)))
                        .filter(type -> !isInSources(type.group(1).replace('.', '/') + ".java"))
                        .map(type -> path + ":" + line.number() + " names " + type.group(1)))
                .toList();
    }

    private static boolean isInSources(String file) {
        return SOURCES.stream().anyMatch(sources -> Files.exists(sources.resolve(file)));
    }

    /** Returns the relative links whose file or heading does not exist. */
    List<String> brokenLinks() {
        List<String> broken = new ArrayList<>();
        for (Line line : text) {
            String content = CODE.matcher(line.content()).replaceAll("``");
            Stream.concat(
                            LINK.matcher(content).results(),
                            LINK_DEFINITION.matcher(content).results())
                    .map(match -> match.group(1))
                    .filter(target -> !target.matches("[a-z]+:.*"))
                    .filter(target -> !exists(target))
                    .forEach(target -> broken.add(path + ":" + line.number() + " links to " + target));
        }
        return broken;
    }

    /** Returns the anchors of the headings, as GitHub computes them. */
    Set<String> anchors() {
        Map<String, Integer> uses = new HashMap<>();
        Set<String> anchors = new TreeSet<>();
        for (Line line : text) {
            ANCHOR.matcher(line.content())
                    .results()
                    .map(match -> match.group(1))
                    .forEach(anchors::add);
            Matcher heading = HEADING.matcher(line.content());
            if (heading.matches()) {
                String anchor = anchor(LINK_TEXT.matcher(heading.group(1)).replaceAll("$1"));
                int use = uses.merge(anchor, 1, Integer::sum);
                anchors.add(use == 1 ? anchor : anchor + "-" + (use - 1));
            }
        }
        return anchors;
    }

    private boolean exists(String target) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path linked = file.isEmpty() ? path : path.resolveSibling(file).normalize();
        if (hash < 0 || !linked.toString().endsWith(".md")) {
            return Files.exists(linked);
        }
        String anchor = target.substring(hash + 1);
        if (file.isEmpty()) {
            return anchors().contains(anchor);
        }
        return Files.exists(linked) && read(linked).anchors().contains(anchor);
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** Returns the cells of a row; a vertical bar within code or after a backslash does not end a cell. */
    private static List<String> cells(String row) {
        String withoutCode = CODE.matcher(row).replaceAll("``").replace("\\|", "");
        return Stream.of(withoutCode.split("\\|")).map(String::strip).toList();
    }

    private static List<Line> withoutCodeBlocks(List<String> lines) {
        List<Line> text = new ArrayList<>();
        boolean fenced = false;
        boolean blank = true;
        boolean indented = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
                continue;
            }
            // An indented block begins after a blank line; within a list, four spaces continue an item.
            indented = line.startsWith("    ") && (indented || blank);
            blank = line.isBlank();
            if (!fenced && !indented) {
                text.add(new Line(i + 1, line));
            }
        }
        return text;
    }
}
