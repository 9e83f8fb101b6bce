package dev.signet.web.paging;

import dev.signet.error.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorTest {

    private static final UUID ID = UUID.fromString("0b8f9f5e-6a55-4f5a-9c4c-2d8f5d1e7a10");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final String AT_AND_ID = "1767323045678901." + ID;
    private static final Cursor<Row> BY_TIME = Cursor.ofTime(Row::at, Row::id);
    private static final Cursor<String> BY_TEXT = Cursor.ofText(text -> text);

    record Row(Instant at, UUID id) {}

    @Test
    void timeCursorsContainMicrosecondsAndId() {
        assertThat(BY_TIME.write(new Row(AT, ID))).isEqualTo(AT_AND_ID);
        assertThat(BY_TIME.parse(AT_AND_ID)).containsExactly(AT, ID);
    }

    @Test
    void timeCursorsAcceptNumericIds() {
        Cursor<Row> byNumber = Cursor.ofTime(Row::at, row -> 7L, Long::valueOf);

        assertThat(byNumber.write(new Row(AT, ID))).isEqualTo("1767323045678901.7");
        assertThat(byNumber.parse("1767323045678901.7")).containsExactly(AT, 7L);
    }

    @Test
    void numberAndTextCursorsAreTheValueItself() {
        Cursor<Long> byNumber = Cursor.ofNumber(number -> number);

        assertThat(byNumber.write(42L)).isEqualTo("42");
        assertThat(byNumber.parse("42")).containsExactly(42L);
        assertThat(BY_TEXT.write("clerk")).isEqualTo("clerk");
        assertThat(BY_TEXT.parse("clerk")).containsExactly("clerk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "1767323045678901", "1767323045678901.7", "-1.a", ".", "123456789012345678.a"})
    void malformedCursorsAreRejected(String text) {
        ListOrder<Row> order = ListOrder.ascending(BY_TIME, "at", "id");

        assertThatThrownBy(() -> order.position(text)).isInstanceOf(ServiceException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1234567890123456789", "1.0", "x"})
    void malformedNumbersAreRejected(String text) {
        ListOrder<Long> order = ListOrder.descending(Cursor.ofNumber(number -> number), "position");

        assertThatThrownBy(() -> order.position(text)).isInstanceOf(ServiceException.class);
    }

    @Test
    void rowsWithAnEqualTimeAreSelectedByTheirId() {
        assertThat(ListOrder.ascending(BY_TIME, "at", "id").condition())
                .isEqualTo("e.at >= :position0 and (e.at > :position0 or e.id > :position1)");
        assertThat(ListOrder.descending(BY_TIME, "at", "id").condition())
                .isEqualTo("e.at <= :position0 and (e.at < :position0 or e.id < :position1)");
    }

    @Test
    void mergedPagesContainTheFirstRowsOfAllLists() {
        Page<String> odd = new Page<>(List.of("a", "c"), "c");
        Page<String> even = new Page<>(List.of("b", "d"), null);

        Page<String> merged =
                Page.merged(List.of(odd, even), new PageRequest(2, null), Comparator.naturalOrder(), BY_TEXT);

        assertThat(merged).isEqualTo(new Page<>(List.of("a", "b"), "b"));
    }

    @Test
    void lastMergedPageHasNoCursor() {
        Page<String> only = new Page<>(List.of("a"), null);
        Page<String> empty = new Page<>(List.of(), null);

        assertThat(Page.merged(List.of(only, empty), new PageRequest(2, null), Comparator.naturalOrder(), BY_TEXT))
                .isEqualTo(only);
        assertThat(Page.merged(List.of(empty, empty), new PageRequest(2, null), Comparator.naturalOrder(), BY_TEXT))
                .isEqualTo(empty);
    }
}
