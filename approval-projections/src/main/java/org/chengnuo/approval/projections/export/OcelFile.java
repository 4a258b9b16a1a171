package org.chengnuo.approval.projections.export;

import org.chengnuo.approval.projections.intake.StoreFailure;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** A log in the relational layout of OCEL 2.0, in SQLite. */
final class OcelFile implements AutoCloseable {

    /** Of what an object is from its beginning, as the standard has it. */
    static final Instant INITIALLY = Instant.EPOCH;

    private static final String LAYOUT =
            """
            create table "event_map_type" (
                "ocel_type" text not null primary key, "ocel_type_map" text not null unique);
            create table "object_map_type" (
                "ocel_type" text not null primary key, "ocel_type_map" text not null unique);
            create table "event" (
                "ocel_id" text not null primary key,
                "ocel_type" text not null references "event_map_type" ("ocel_type"));
            create table "object" (
                "ocel_id" text not null primary key,
                "ocel_type" text not null references "object_map_type" ("ocel_type"));
            create table "event_object" (
                "ocel_event_id" text not null references "event" ("ocel_id"),
                "ocel_object_id" text not null references "object" ("ocel_id"),
                "ocel_qualifier" text not null,
                primary key ("ocel_event_id", "ocel_object_id", "ocel_qualifier"));
            create table "object_object" (
                "ocel_source_id" text not null references "object" ("ocel_id"),
                "ocel_target_id" text not null references "object" ("ocel_id"),
                "ocel_qualifier" text not null,
                primary key ("ocel_source_id", "ocel_target_id", "ocel_qualifier"));
            """;

    private final Connection database;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final SequencedMap<String, List<Attribute>> eventTypes = new LinkedHashMap<>();
    private final SequencedMap<String, List<Attribute>> objectTypes = new LinkedHashMap<>();

    /** Relates an event or an object to an object. */
    record Relation(String object, String qualifier) {}

    /**
     * @param file empty
     */
    OcelFile(Path file) {
        try {
            database = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try (Statement sql = database.createStatement()) {
                // The file is complete, or it is thrown away.
                sql.execute("pragma journal_mode = off");
                sql.execute("pragma synchronous = off");
                for (String table : LAYOUT.split(";\\s*")) {
                    sql.execute(table);
                }
            }
            database.setAutoCommit(false);
        } catch (SQLException e) {
            throw new StoreFailure("beginning an event log", e);
        }
    }

    /**
     * An object, with what it is from its beginning. One that is there already stays as it is.
     *
     * @param attributes of one type always the same
     */
    void object(String id, String type, List<Attribute> attributes) {
        declare("object", objectTypes, type, attributes);
        if (update("insert or ignore into \"object\" values (?, ?)", id, type) > 0) {
            insertState(id, type, INITIALLY, null, attributes);
        }
    }

    /** An attribute of an object has another value from then on. */
    void change(String id, String type, Instant at, Attribute changed) {
        insertState(
                id,
                type,
                at,
                changed.name(),
                declared(type).stream()
                        .map(
                                attribute ->
                                        attribute.name().equals(changed.name())
                                                ? changed
                                                : new Attribute(
                                                        attribute.name(), attribute.type(), null))
                        .toList());
    }

    private List<Attribute> declared(String type) {
        return objectTypes.getOrDefault(type, List.of());
    }

    private void insertState(
            String id,
            String type,
            Instant at,
            @Nullable String changed,
            List<Attribute> attributes) {
        @Nullable Object[] values = new @Nullable Object[attributes.size() + 3];
        values[0] = id;
        values[1] = Utc.of(at);
        values[2] = changed;
        for (int i = 0; i < attributes.size(); i++) {
            values[i + 3] = attributes.get(i).value();
        }
        update(insertInto("object_" + mapped(type), values.length), values);
    }

    void relate(String source, String target, String qualifier) {
        update(
                "insert or ignore into \"object_object\" values (?, ?, ?)",
                source,
                target,
                qualifier);
    }

    /**
     * @param attributes of one type always the same
     */
    void event(
            String id,
            String type,
            Instant at,
            List<Attribute> attributes,
            List<Relation> objects) {
        declare("event", eventTypes, type, attributes);
        update("insert into \"event\" values (?, ?)", id, type);
        @Nullable Object[] values = new @Nullable Object[attributes.size() + 2];
        values[0] = id;
        values[1] = Utc.of(at);
        for (int i = 0; i < attributes.size(); i++) {
            values[i + 2] = attributes.get(i).value();
        }
        update(insertInto("event_" + mapped(type), values.length), values);
        for (Relation relation : objects) {
            update(
                    "insert or ignore into \"event_object\" values (?, ?, ?)",
                    id,
                    relation.object(),
                    relation.qualifier());
        }
    }

    private void declare(
            String of,
            SequencedMap<String, List<Attribute>> types,
            String type,
            List<Attribute> attributes) {
        if (types.containsKey(type)) {
            return;
        }
        types.put(type, attributes);
        update("insert into \"%s_map_type\" values (?, ?)".formatted(of), type, mapped(type));
        String columns =
                attributes.stream()
                        .map(
                                attribute ->
                                        ", \"%s\" %s"
                                                .formatted(
                                                        attribute.name(), attribute.type().sql()))
                        .collect(Collectors.joining());
        String table = "create table \"%s_%s\" ".formatted(of, mapped(type));
        update(
                of.equals("event")
                        ? table
                                + "(\"ocel_id\" text not null primary key"
                                + " references \"event\" (\"ocel_id\"),"
                                + " \"ocel_time\" timestamp not null%s)".formatted(columns)
                        : table
                                + "(\"ocel_id\" text not null references \"object\" (\"ocel_id\"),"
                                + " \"ocel_time\" timestamp not null,"
                                + " \"ocel_changed_field\" text%s)".formatted(columns));
    }

    private static String insertInto(String table, int columns) {
        return "insert into \"%s\" values (%s)"
                .formatted(table, String.join(", ", Collections.nCopies(columns, "?")));
    }

    /** The part of a table's name that stands for a type. */
    static String mapped(String type) {
        return type.replaceAll("[^A-Za-z0-9]", "_");
    }

    private int update(String sql, @Nullable Object... values) {
        try {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = database.prepareStatement(sql);
                statements.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, stored(values[i]));
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreFailure("writing an event log", e);
        }
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case Instant time -> Utc.of(time);
            case BigDecimal number -> number.doubleValue();
            case null -> null;
            default -> value;
        };
    }

    /** All has been written. */
    void complete() {
        try {
            database.commit();
        } catch (SQLException e) {
            throw new StoreFailure("completing an event log", e);
        }
    }

    Connection database() {
        return database;
    }

    SequencedMap<String, List<Attribute>> eventTypes() {
        return eventTypes;
    }

    SequencedMap<String, List<Attribute>> objectTypes() {
        return objectTypes;
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new StoreFailure("closing an event log", e);
        }
    }
}
