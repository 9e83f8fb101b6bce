package dev.signet.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes one value of a query's rows; the cursor stands before the first. */
@FunctionalInterface
public interface RowReader<T> {

    T read(ResultSet rows) throws SQLException;
}
