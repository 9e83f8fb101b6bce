package dev.signet.clients.metadata;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Syntax of {@code scope}: distinct values of visible ASCII, separated by single spaces (RFC 6749 §3.3). */
public final class ScopeSyntax {

    private static final int MAX_LENGTH = 1_000;
    private static final Pattern FORM =
            Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+(?: [\\x21\\x23-\\x5b\\x5d-\\x7e]+)*");

    private ScopeSyntax() {}

    /** Parses the values in order; empty if the text is not a scope. The empty text is the scope without a value. */
    public static Optional<Set<String>> parse(String scope) {
        if (scope.isEmpty()) {
            return Optional.of(Set.of());
        }
        if (scope.length() > MAX_LENGTH || !FORM.matcher(scope).matches()) {
            return Optional.empty();
        }
        return Optional.of(new LinkedHashSet<>(Arrays.asList(scope.split(" "))));
    }
}
