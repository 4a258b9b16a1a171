package org.chengnuo.approval.projections.reviewtimes;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A statement or a part of one, with the values that its question marks bind, so that neither is
 * ever without the other.
 */
public record Sql(String text, List<Object> values) {

    public Sql {
        values = List.copyOf(values);
    }

    public static Sql of(String text, Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    public Sql and(Sql other) {
        return compose("{} and {}", this, other);
    }

    /** A text with a part in the place of each {@code {}}, in their order. */
    public static Sql compose(String text, Sql... parts) {
        var values = new ArrayList<Object>();
        var whole = new StringBuilder();
        int from = 0;
        for (Sql part : parts) {
            int place = text.indexOf("{}", from);
            whole.append(text, from, place).append(part.text);
            values.addAll(part.values);
            from = place + 2;
        }
        return new Sql(whole.append(text, from, text.length()).toString(), values);
    }

    /** One row of an answer. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done with each row of an answer. */
    public interface RowHandler {
        void handle(ResultSet row) throws SQLException;
    }

    public <T> List<T> query(Connection connection, RowReader<T> reader) throws SQLException {
        var found = new ArrayList<T>();
        forEach(connection, row -> found.add(reader.read(row)));
        return found;
    }

    /** Row by row, so that an answer of millions of rows is nowhere held as a whole. */
    public void forEach(Connection connection, RowHandler handler) throws SQLException {
        try (PreparedStatement query = bound(connection);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                handler.handle(rows);
            }
        }
    }

    public void execute(Connection connection) throws SQLException {
        try (PreparedStatement statement = bound(connection)) {
            statement.execute();
        }
    }

    /** A moment of the tables, which are in UTC. */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private PreparedStatement bound(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case LocalDate date -> statement.setDate(i + 1, Date.valueOf(date));
                case Instant moment ->
                        statement.setTimestamp(
                                i + 1,
                                Timestamp.valueOf(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
        return statement;
    }
}
