package dev.signet.support.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Received mail with its recipient, header fields and two body formats. */
public record ReceivedMail(List<String> recipients, Map<String, String> headers, String text, String html) {

    private static final Pattern LINK = Pattern.compile("\\S+/links/(sgl_[A-Za-z0-9_-]{43})");
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

    static ReceivedMail parse(List<String> recipients, List<String> lines) {
        Map<String, String> headers = headers(lines);
        List<Map.Entry<Map<String, String>, String>> parts = new ArrayList<>();
        collect(lines, parts);
        return new ReceivedMail(recipients, headers, part(parts, "text/plain"), part(parts, "text/html"));
    }

    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Returns the complete link in the mail. */
    public String link() {
        return match().group();
    }

    /** Returns the token of the link in the mail. */
    public String token() {
        return match().group(1);
    }

    public boolean hasLink() {
        return LINK.matcher(text).find() || LINK.matcher(html).find();
    }

    private Matcher match() {
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("no link in " + text);
        }
        return link;
    }

    private static void collect(List<String> lines, List<Map.Entry<Map<String, String>, String>> parts) {
        Map<String, String> headers = headers(lines);
        List<String> body = lines.subList(Math.min(lines.size(), lines.indexOf("") + 1), lines.size());
        Matcher boundary = BOUNDARY.matcher(headers.getOrDefault("content-type", ""));
        if (!boundary.find()) {
            parts.add(Map.entry(headers, decoded(headers, body)));
            return;
        }
        List<String> part = null;
        for (String line : body) {
            if (line.startsWith("--" + boundary.group(1))) {
                if (part != null) {
                    collect(part, parts);
                }
                part = new ArrayList<>();
            } else if (part != null) {
                part.add(line);
            }
        }
    }

    private static String part(List<Map.Entry<Map<String, String>, String>> parts, String type) {
        return parts.stream()
                .filter(part -> part.getKey().getOrDefault("content-type", "").startsWith(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        String name = "";
        for (String line : lines) {
            if (line.isEmpty()) {
                break;
            }
            if (line.startsWith(" ") || line.startsWith("\t")) {
                headers.merge(name, line, String::concat);
            } else {
                int colon = line.indexOf(':');
                name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                headers.merge(name, line.substring(colon + 1).strip(), (a, b) -> a + "\n" + b);
            }
        }
        return headers;
    }

    private static String decoded(Map<String, String> headers, List<String> body) {
        return switch (headers.getOrDefault("content-transfer-encoding", "").toLowerCase(Locale.ROOT)) {
            case "quoted-printable" -> quotedPrintable(String.join("\n", body));
            case "base64" -> new String(Base64.getMimeDecoder().decode(String.join("", body)), StandardCharsets.UTF_8);
            default -> String.join("\n", body);
        };
    }

    private static String quotedPrintable(String body) {
        String joined = body.replace("=\n", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < joined.length(); i++) {
            if (joined.charAt(i) == '=') {
                bytes.write(Integer.parseInt(joined.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(joined.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
