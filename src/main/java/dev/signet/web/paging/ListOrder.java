package dev.signet.web.paging;

import dev.signet.error.ServiceException;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The order of a list.
 *
 * @param attributes one or two attributes of the entity that sort the list, the more significant one first. Together
 *     they are unique, and an index has them in this order
 * @param isDescending whether the row with the largest values is the first one
 * @param cursor the cursors, with the values of these attributes
 * @param <E> the entity
 */
public record ListOrder<E>(List<String> attributes, boolean isDescending, Cursor<E> cursor) {

    private static final String ALIAS = PagedQuery.ALIAS + ".";

    /** Returns the order with the smallest values first. */
    public static <E> ListOrder<E> ascending(Cursor<E> cursor, String... attributes) {
        return new ListOrder<>(List.of(attributes), false, cursor);
    }

    /** Returns the order with the largest values first. */
    public static <E> ListOrder<E> descending(Cursor<E> cursor, String... attributes) {
        return new ListOrder<>(List.of(attributes), true, cursor);
    }

    /**
     * Returns the condition in JPQL that selects the rows after a position, whose values are {@code :position0} etc.
     */
    String condition() {
        String past = isDescending ? " < " : " > ";
        String first = column(0);
        if (attributes.size() == 1) {
            return first + past + ":position0";
        }
        // The disjunction alone would be correct. The first condition lets databases seek in an index by its first
        // column.
        return first + past.stripTrailing() + "= :position0 and (" + first + past + ":position0 or " + column(1) + past
                + ":position1)";
    }

    /** Returns the order in JPQL. */
    String clause() {
        String direction = isDescending ? " desc" : "";
        return attributes.stream()
                .map(attribute -> ALIAS + attribute + direction)
                .collect(Collectors.joining(", "));
    }

    private String column(int index) {
        return ALIAS + attributes.get(index);
    }

    /**
     * Parses a cursor into the values of the attributes.
     *
     * @throws ServiceException {@code invalid_request} if it is not a cursor of this list
     */
    List<Object> position(String text) {
        try {
            return cursor.parse(text);
        } catch (IllegalArgumentException e) {
            throw ServiceException.invalidMember("after", "after is not a cursor of this list");
        }
    }
}
