package org.chengnuo.approval.projections.export;

import org.chengnuo.approval.projections.export.Attribute.Type;
import org.chengnuo.approval.projections.intake.StoreFailure;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.OutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Writes a log as OCEL 2.0 JSON, row by row. Values are texts, as the standard's schema has them;
 * the types say what they mean.
 */
final class OcelJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OcelFile log;
    private final JsonGenerator json;

    private OcelJson(OcelFile log, JsonGenerator json) {
        this.log = log;
        this.json = json;
    }

    static void write(OcelFile log, OutputStream out) {
        try (JsonGenerator json =
                JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
            new OcelJson(log, json).write();
        } catch (SQLException e) {
            throw new StoreFailure("reading an event log", e);
        }
    }

    private void write() throws SQLException {
        json.writeStartObject();
        writeTypes("objectTypes", log.objectTypes());
        writeTypes("eventTypes", log.eventTypes());
        json.writeName("objects");
        json.writeStartArray();
        for (var type : log.objectTypes().entrySet()) {
            writeObjects(type.getKey(), type.getValue());
        }
        json.writeEndArray();
        json.writeName("events");
        json.writeStartArray();
        for (var type : log.eventTypes().entrySet()) {
            writeEvents(type.getKey(), type.getValue());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeTypes(String name, Map<String, List<Attribute>> types) {
        json.writeName(name);
        json.writeStartArray();
        types.forEach(
                (type, attributes) -> {
                    json.writeStartObject();
                    json.writeStringProperty("name", type);
                    json.writeName("attributes");
                    json.writeStartArray();
                    for (Attribute attribute : attributes) {
                        json.writeStartObject();
                        json.writeStringProperty("name", attribute.name());
                        json.writeStringProperty("type", attribute.type().ocel());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                });
        json.writeEndArray();
    }

    private void writeObjects(String type, List<Attribute> attributes) throws SQLException {
        // The states of an object were written one after the other.
        try (PreparedStatement states = of("object_" + OcelFile.mapped(type));
                PreparedStatement related =
                        log.database()
                                .prepareStatement(
                                        "select ocel_target_id, ocel_qualifier from object_object"
                                                + " where ocel_source_id = ?");
                ResultSet rows = states.executeQuery()) {
            String open = null;
            while (rows.next()) {
                String id = rows.getString("ocel_id");
                if (!id.equals(open)) {
                    endObject(open, related);
                    open = id;
                    json.writeStartObject();
                    json.writeStringProperty("id", id);
                    json.writeStringProperty("type", type);
                    json.writeName("attributes");
                    json.writeStartArray();
                }
                writeAttributes(rows, attributes, rows.getString("ocel_time"));
            }
            endObject(open, related);
        }
    }

    private void endObject(@Nullable String id, PreparedStatement related) throws SQLException {
        if (id != null) {
            json.writeEndArray();
            writeRelationships(id, related);
            json.writeEndObject();
        }
    }

    private void writeEvents(String type, List<Attribute> attributes) throws SQLException {
        try (PreparedStatement events = of("event_" + OcelFile.mapped(type));
                PreparedStatement related =
                        log.database()
                                .prepareStatement(
                                        "select ocel_object_id, ocel_qualifier from event_object"
                                                + " where ocel_event_id = ?");
                ResultSet rows = events.executeQuery()) {
            while (rows.next()) {
                String id = rows.getString("ocel_id");
                json.writeStartObject();
                json.writeStringProperty("id", id);
                json.writeStringProperty("type", type);
                json.writeStringProperty("time", rows.getString("ocel_time"));
                json.writeName("attributes");
                json.writeStartArray();
                writeAttributes(rows, attributes, null);
                json.writeEndArray();
                writeRelationships(id, related);
                json.writeEndObject();
            }
        }
    }

    private PreparedStatement of(String table) throws SQLException {
        return log.database()
                .prepareStatement("select * from \"%s\" order by rowid".formatted(table));
    }

    /**
     * @param since when an object has them; null for an event
     */
    private void writeAttributes(ResultSet row, List<Attribute> attributes, @Nullable String since)
            throws SQLException {
        for (Attribute attribute : attributes) {
            String value = row.getString(attribute.name());
            if (value != null) {
                json.writeStartObject();
                json.writeStringProperty("name", attribute.name());
                if (since != null) {
                    json.writeStringProperty("time", since);
                }
                json.writeStringProperty(
                        "value", attribute.type() == Type.BOOLEAN ? truth(value) : value);
                json.writeEndObject();
            }
        }
    }

    /** SQLite keeps truth as a number. */
    private static String truth(String value) {
        return value.equals("1") ? "true" : "false";
    }

    private void writeRelationships(String id, PreparedStatement related) throws SQLException {
        related.setString(1, id);
        json.writeName("relationships");
        json.writeStartArray();
        try (ResultSet objects = related.executeQuery()) {
            while (objects.next()) {
                json.writeStartObject();
                json.writeStringProperty("objectId", objects.getString(1));
                json.writeStringProperty("qualifier", objects.getString(2));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
