package dev.signet.accounts.password;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The most common passwords among those long enough to be allowed; loaded on first use. */
final class CommonPasswords {

    private static final String RESOURCE = "common-passwords.txt";

    private volatile @Nullable Set<String> passwords;

    boolean contains(String password) {
        Set<String> known = passwords;
        if (known == null) {
            known = read();
            passwords = known;
        }
        return known.contains(key(password));
    }

    /**
     * Returns the form in which passwords are compared: case, full-width letters and surrounding spaces are ignored.
     */
    static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static Set<String> read() {
        InputStream resource = CommonPasswords.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException(RESOURCE + " is missing from this build");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
