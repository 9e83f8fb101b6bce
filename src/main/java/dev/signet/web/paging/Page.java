package dev.signet.web.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/** One page of a list; {@code next} is the cursor to pass as {@code after}, absent on the last page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,
        @Schema(examples = "\"MDE5NzdmMmU\"") @Nullable String next) {

    /**
     * Returns a page from rows that were fetched with one row more than the limit; the cursor is that of the last row
     * of the page.
     */
    public static <R, T> Page<T> of(
            List<R> rows, PageRequest request, Function<? super R, String> cursor, Function<? super R, T> item) {
        boolean more = rows.size() > request.limit();
        List<R> kept = more ? rows.subList(0, request.limit()) : rows;
        return new Page<>(kept.stream().<T>map(item).toList(), more ? cursor.apply(kept.get(kept.size() - 1)) : null);
    }
}
