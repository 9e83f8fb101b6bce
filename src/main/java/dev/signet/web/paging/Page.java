package dev.signet.web.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list; {@code next} is the cursor to pass as {@code after}, absent on the last page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,
        @Schema(examples = "\"MDE5NzdmMmU\"") @Nullable String next) {

    /** Returns the only page of a list that has at most one item. */
    public static <T> Page<T> ofSingle(Optional<T> item) {
        return new Page<>(item.stream().toList(), null);
    }

    /** Returns a page from rows that were fetched with one row more than the limit. */
    static <T> Page<T> of(List<T> rows, PageRequest request, Cursor<? super T> cursor) {
        return of(rows, request, cursor, rows.size() > request.limit());
    }

    /** Returns the page of a list that several lists of the same order make up, each of which returned this page. */
    public static <T> Page<T> merged(
            List<Page<T>> pages, PageRequest request, Comparator<? super T> order, Cursor<? super T> cursor) {
        List<T> rows = pages.stream()
                .flatMap(page -> page.items().stream())
                .sorted(order)
                .toList();
        boolean hasNext = rows.size() > request.limit() || pages.stream().anyMatch(page -> page.next() != null);
        return of(rows, request, cursor, hasNext);
    }

    private static <T> Page<T> of(List<T> rows, PageRequest request, Cursor<? super T> cursor, boolean hasNext) {
        List<T> items = List.copyOf(rows.subList(0, Math.min(rows.size(), request.limit())));
        return new Page<>(items, hasNext ? cursor.write(items.get(items.size() - 1)) : null);
    }

    /** Returns the page with each item converted. */
    public <R> Page<R> map(Function<? super T, ? extends R> conversion) {
        return new Page<>(items.stream().<R>map(conversion).toList(), next);
    }
}
