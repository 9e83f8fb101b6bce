package dev.signet.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The text of an SQL statement and, for each of its parameters in order, the source of the value. Parts of several
 * packages are appended together with their parameters, so that no position is counted. Build a statement once, and
 * call {@link #values} for each request.
 *
 * @param <R> the request that the values are read from
 * @param sql the text, in which each question mark is a parameter
 */
public record SqlStatement<R>(String sql, List<Function<? super R, ?>> parameters) {

    /** @throws IllegalArgumentException if the text has another number of question marks than there are parameters */
    public SqlStatement {
        parameters = List.copyOf(parameters);
        if (sql.chars().filter(c -> c == '?').count() != parameters.size()) {
            throw new IllegalArgumentException(
                    "the statement does not have " + parameters.size() + " parameters: " + sql);
        }
    }

    /** Returns a statement, or a part of one, without parameters. */
    public static <R> SqlStatement<R> of(String sql) {
        return new SqlStatement<>(sql, List.of());
    }

    /** Returns a statement, or a part of one, that ends with its only parameter. */
    public static <R> SqlStatement<R> of(String sql, Function<? super R, ?> parameter) {
        return SqlStatement.<R>of("").append(sql, parameter);
    }

    /** Returns this statement followed by a text. */
    public SqlStatement<R> append(String text) {
        return new SqlStatement<>(sql + text, parameters);
    }

    /** Returns this statement followed by a text and one parameter. */
    public SqlStatement<R> append(String text, Function<? super R, ?> parameter) {
        return append(new SqlStatement<R>(text + "?", List.of(parameter)));
    }

    /** Returns this statement followed by another one and its parameters. */
    public SqlStatement<R> append(SqlStatement<? super R> part) {
        List<Function<? super R, ?>> both = new ArrayList<>(parameters);
        both.addAll(part.parameters());
        return new SqlStatement<>(sql + part.sql(), both);
    }

    /** Returns a query with the values for a request, which is executed within the transaction of the caller. */
    public Query createQuery(EntityManager entities, R request) {
        Query query = entities.createNativeQuery(sql);
        int position = 0;
        for (Object value : values(request)) {
            position++;
            query.setParameter(position, value);
        }
        return query;
    }

    /** Returns the values of the parameters for a request. */
    public List<Object> values(R request) {
        List<Object> values = new ArrayList<>(parameters.size());
        for (Function<? super R, ?> parameter : parameters) {
            values.add(parameter.apply(request));
        }
        return values;
    }
}
