package dev.signet.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A function that reads a value from the rows of a query. The cursor is before the first row. */
@FunctionalInterface
public interface RowReader<T> {

    T read(ResultSet rows) throws SQLException;
}
