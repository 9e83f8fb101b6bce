package dev.signet.web.paging;

import dev.signet.error.ServiceException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A query that reads one page of a list. It selects the rows after the position of the cursor (keyset pagination). So
 * every page costs the same, and rows that are added or removed between two requests do not shift it.
 *
 * @param <E> the entity
 */
public final class PagedQuery<E> {

    static final String ALIAS = "e";

    private final EntityManager entities;
    private final Class<E> entity;
    private final ListOrder<E> order;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private PagedQuery(EntityManager entities, Class<E> entity, ListOrder<E> order) {
        this.entities = entities;
        this.entity = entity;
        this.order = order;
    }

    /** Returns a query of all rows of an entity. */
    public static <E> PagedQuery<E> of(EntityManager entities, Class<E> entity, ListOrder<E> order) {
        return new PagedQuery<>(entities, entity, order);
    }

    /** Adds a condition in JPQL, with the alias {@code e} of the entity. */
    public PagedQuery<E> filter(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Sets a parameter of a condition. */
    public PagedQuery<E> with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /**
     * Reads a page.
     *
     * @throws ServiceException {@code invalid_request} if {@code after} is not a cursor of this list
     */
    public Page<E> page(PageRequest request) {
        String after = request.after();
        if (after != null) {
            filter(order.condition());
            List<Object> position = order.position(after);
            for (int i = 0; i < position.size(); i++) {
                with("position" + i, position.get(i));
            }
        }
        TypedQuery<E> query = entities.createQuery(text(), entity);
        parameters.forEach(query::setParameter);
        // One row more than the page shows whether another page follows.
        return Page.of(query.setMaxResults(request.limit() + 1).getResultList(), request, order.cursor());
    }

    private String text() {
        StringBuilder text = new StringBuilder("from ")
                .append(entity.getSimpleName())
                .append(' ')
                .append(ALIAS);
        String separator = " where (";
        for (String condition : conditions) {
            text.append(separator).append(condition).append(')');
            separator = " and (";
        }
        return text.append(" order by ").append(order.clause()).toString();
    }
}
