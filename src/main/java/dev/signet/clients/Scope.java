package dev.signet.clients;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scope: an immutable set of scope tokens in their order (RFC 6749 §3.3). It keeps its text form, so that a scope that
 * is only passed on, or searched for a token, is not split.
 */
public final class Scope {

    /** The scope without a token. */
    public static final Scope EMPTY = new Scope("");

    /** The most characters of a scope in a request or in client metadata. */
    public static final int MAX_LENGTH = 1_000;

    private static final char SEPARATOR = ' ';
    private static final Pattern FORM =
            Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+(?: [\\x21\\x23-\\x5b\\x5d-\\x7e]+)*");

    private final String text;

    private Scope(String text) {
        this.text = text;
    }

    /**
     * Parses a scope strictly: tokens of visible ASCII, separated by single spaces, and at most {@link #MAX_LENGTH}
     * characters. Returns empty if the text is not such a scope. The empty text is the empty scope.
     */
    public static Optional<Scope> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(EMPTY);
        }
        if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(parseLenient(text));
    }

    /**
     * Parses a scope leniently: any characters, and any number of spaces between and around the tokens. The caller
     * compares the tokens with those that are allowed.
     */
    public static Scope parseLenient(String text) {
        return of(split(text));
    }

    /** Returns a scope whose text Signet wrote itself, from a row, a setting or the claim of a verified token. */
    public static Scope ofText(String text) {
        return text.isEmpty() ? EMPTY : new Scope(text);
    }

    /** Returns the scope of {@link #ofText}; the empty scope without a text, as for a missing claim. */
    public static Scope ofNullable(@Nullable String text) {
        return text == null ? EMPTY : ofText(text);
    }

    /** Returns the scope of these tokens, in their order. */
    public static Scope of(Collection<String> tokens) {
        return ofText(String.join(" ", tokens));
    }

    /** Returns whether the scope has no token. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Returns whether the scope has the token. */
    public boolean contains(String token) {
        if (token.isEmpty()) {
            return false;
        }
        for (int start = text.indexOf(token); start >= 0; start = text.indexOf(token, start + 1)) {
            int end = start + token.length();
            if ((start == 0 || text.charAt(start - 1) == SEPARATOR)
                    && (end == text.length() || text.charAt(end) == SEPARATOR)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the scope has every token of another one. */
    public boolean containsAll(Scope other) {
        for (int start = 0; start < other.text.length(); ) {
            int separator = other.text.indexOf(SEPARATOR, start);
            int end = separator < 0 ? other.text.length() : separator;
            if (end > start && !contains(other.text.substring(start, end))) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    /** Returns the tokens, in their order. */
    public Set<String> tokens() {
        return text.isEmpty() ? Set.of() : Collections.unmodifiableSet(split(text));
    }

    /** Returns this scope with the tokens of another one after its own. */
    public Scope plus(Scope other) {
        Set<String> all = split(text);
        all.addAll(split(other.text));
        return of(all);
    }

    /** Returns this scope without the tokens that another one does not have; this object if it has all. */
    public Scope retainAll(Scope allowed) {
        if (allowed.containsAll(this)) {
            return this;
        }
        Set<String> retained = split(text);
        retained.removeIf(token -> !allowed.contains(token));
        return of(retained);
    }

    private static Set<String> split(String text) {
        Set<String> tokens = new LinkedHashSet<>(Arrays.asList(text.split(" ")));
        tokens.remove("");
        return tokens;
    }

    /** Returns whether the other scope has the same tokens in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scope scope && text.equals(scope.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the tokens, separated by single spaces. */
    @Override
    public String toString() {
        return text;
    }
}
