package org.chengnuo.approval.api.imports;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XES (IEEE 1849), with or without its namespace.
 *
 * <p>Only the attributes directly beneath a {@code trace} or an {@code event} are looked at: those
 * beneath {@code global}, {@code list}, {@code container} or another attribute describe something
 * else, often under the same key. The attributes of a trace stand before its events, as the
 * standard has it. A trace without events is no case: nothing happened in it.
 *
 * <p>No document type, and so no entity, is read. A file of ever new element or attribute names
 * would fill the parser's table of names, so there is a bound to those too.
 */
final class XesLog implements LogReader {

    private static final int STRANGE_NAMES = 200;
    private static final Set<String> ELEMENTS =
            Set.of(
                    "log",
                    "extension",
                    "global",
                    "classifier",
                    "trace",
                    "event",
                    "string",
                    "date",
                    "int",
                    "float",
                    "boolean",
                    "id",
                    "list",
                    "container",
                    "values");
    private static final Set<String> ATTRIBUTES =
            Set.of("key", "value", "name", "prefix", "uri", "scope", "keys");

    private final ImportMapping mapping;
    private final ImportLimits limits;
    private final Map<Detail, String> takenOfCase;
    private final Map<Detail, String> takenOfEvent;
    private final Set<String> readOfCase = new HashSet<>();
    private final Set<String> readOfEvent = new HashSet<>();
    private final Set<String> strangeNames = new HashSet<>();

    XesLog(ImportMapping mapping, ImportLimits limits) {
        this.mapping = mapping;
        this.limits = limits;
        this.takenOfCase = mapping.taken(true);
        this.takenOfEvent = mapping.taken(false);
        ImportMapping.Keys keys = mapping.keys();
        readOfCase.add(keys.caseId());
        readOfCase.addAll(takenOfCase.values());
        readOfEvent.addAll(List.of(keys.activity(), keys.timestamp(), keys.resourceKey()));
        readOfEvent.addAll(keys.only().keySet());
        readOfEvent.addAll(takenOfEvent.values());
    }

    @Override
    public void read(OpenedLog log, Consumer<LogRow> rows) throws IOException {
        try {
            XMLStreamReader xml = parser().createXMLStreamReader(log.bytes());
            try {
                readLog(xml, new LogRows(mapping, rows));
            } finally {
                xml.close();
            }
        } catch (XMLStreamException broken) {
            throw refused(broken);
        }
    }

    private XMLInputFactory parser() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.fieldLength());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 64);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 64);
        return factory;
    }

    private void readLog(XMLStreamReader xml, LogRows rows) throws XMLStreamException {
        toRoot(xml);
        while (toNextChild(xml)) {
            switch (xml.getLocalName()) {
                case "trace" -> readTrace(xml, rows);
                case "event" -> throw ImportRefused.at(lineOf(xml), Reason.EVENT_OUTSIDE_CASE);
                default -> skip(xml);
            }
        }
        while (xml.hasNext()) {
            // To the very end: what follows the root may be broken too.
            xml.next();
        }
    }

    private void toRoot(XMLStreamReader xml) throws XMLStreamException {
        for (int at = xml.getEventType(); at != XMLStreamConstants.START_ELEMENT; at = xml.next()) {
            if (at == XMLStreamConstants.DTD) {
                throw ImportRefused.at(lineOf(xml), Reason.DTD_FORBIDDEN);
            }
        }
        if (!xml.getLocalName().equals("log")) {
            throw ImportRefused.at(lineOf(xml), Reason.NOT_XES, xml.getLocalName());
        }
    }

    private void readTrace(XMLStreamReader xml, LogRows rows) throws XMLStreamException {
        long line = lineOf(xml);
        Map<String, String> attributes = new HashMap<>();
        String caseId = null;
        while (toNextChild(xml)) {
            if (xml.getLocalName().equals("event")) {
                if (caseId == null) {
                    caseId = rows.caseId(attributes.get(mapping.keys().caseId()), line);
                }
                readEvent(xml, caseId, attributes, rows);
            } else {
                if (caseId == null) {
                    keepAttribute(xml, attributes, true);
                }
                skip(xml);
            }
        }
    }

    private void readEvent(
            XMLStreamReader xml, String caseId, Map<String, String> ofCase, LogRows rows)
            throws XMLStreamException {
        long line = lineOf(xml);
        Map<String, String> attributes = new HashMap<>();
        while (toNextChild(xml)) {
            keepAttribute(xml, attributes, false);
            skip(xml);
        }
        ImportMapping.Keys keys = mapping.keys();
        for (Map.Entry<String, String> only : keys.only().entrySet()) {
            if (!only.getValue().equals(attributes.get(only.getKey()))) {
                return;
            }
        }
        rows.event(
                caseId,
                new LogRows.Values(
                        attributes.get(keys.activity()),
                        attributes.get(keys.timestamp()),
                        attributes.get(keys.resourceKey()),
                        said(ofCase, attributes)),
                line);
    }

    private Map<Detail, String> said(Map<String, String> ofCase, Map<String, String> ofEvent) {
        Map<Detail, String> said = new EnumMap<>(Detail.class);
        takenOfCase.forEach((detail, key) -> putIfThere(said, detail, ofCase.get(key)));
        takenOfEvent.forEach((detail, key) -> putIfThere(said, detail, ofEvent.get(key)));
        return said;
    }

    private static void putIfThere(
            Map<Detail, String> said, Detail detail, @Nullable String value) {
        if (value != null) {
            said.put(detail, value);
        }
    }

    private void keepAttribute(XMLStreamReader xml, Map<String, String> into, boolean ofCase) {
        String key = xml.getAttributeValue(null, "key");
        String value = xml.getAttributeValue(null, "value");
        if (key != null && value != null && (ofCase ? readOfCase : readOfEvent).contains(key)) {
            into.put(key, value);
        }
    }

    /** To the next element directly beneath; false at the end of the element that we are in. */
    private boolean toNextChild(XMLStreamReader xml) throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    boundNames(xml);
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                default -> {
                    // Blanks, comments and stray text carry nothing in XES.
                }
            }
        }
    }

    private void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    boundNames(xml);
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // As above.
                }
            }
        }
    }

    private void boundNames(XMLStreamReader xml) {
        boundName(xml.getLocalName(), ELEMENTS, xml);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            boundName(xml.getAttributeLocalName(i), ATTRIBUTES, xml);
        }
    }

    private void boundName(String name, Set<String> known, XMLStreamReader xml) {
        if (!known.contains(name)
                && strangeNames.add(name)
                && strangeNames.size() > STRANGE_NAMES) {
            throw ImportRefused.at(
                    lineOf(xml),
                    Reason.BROKEN_XML,
                    "more than "
                            + STRANGE_NAMES
                            + " names that XES does not have, such as "
                            + name);
        }
    }

    private static long lineOf(XMLStreamReader xml) {
        return xml.getLocation().getLineNumber();
    }

    private static ImportRefused refused(XMLStreamException broken) {
        ImportRefused ours = ImportRefused.within(broken);
        if (ours != null) {
            return ours;
        }
        String said = String.valueOf(broken.getMessage());
        int location = said.indexOf("\n at [");
        String what = location < 0 ? said : said.substring(0, location);
        var at = broken.getLocation();
        return at == null || at.getLineNumber() < 1
                ? ImportRefused.because(Reason.BROKEN_XML, what)
                : ImportRefused.at(at.getLineNumber(), Reason.BROKEN_XML, what);
    }
}
