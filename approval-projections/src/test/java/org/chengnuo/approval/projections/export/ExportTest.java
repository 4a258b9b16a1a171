package org.chengnuo.approval.projections.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.chengnuo.approval.projections.intake.Story.accepted;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.closed;
import static org.chengnuo.approval.projections.intake.Story.correction;
import static org.chengnuo.approval.projections.intake.Story.decided;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.imported;
import static org.chengnuo.approval.projections.intake.Story.importedFiling;
import static org.chengnuo.approval.projections.intake.Story.opened;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.received;
import static org.chengnuo.approval.projections.intake.Story.registered;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.chengnuo.approval.clock.Card;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.commitment.CommitmentEvent.LetterSubmitted;
import org.chengnuo.approval.commitment.CommitmentEvent.NoticeServed;
import org.chengnuo.approval.commitment.CommitmentEvent.ObjectionRaised;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.Promise;
import org.chengnuo.approval.commitment.Signer;
import org.chengnuo.approval.filing.FilingEvent.CardRaised;
import org.chengnuo.approval.filing.FilingEvent.DecisionRevoked;
import org.chengnuo.approval.filing.FilingEvent.ReviewExtended;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectEvent.ProjectCodeChanged;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoryChoice;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.validation.SchemaFactory;

/**
 * A project with a filing (a stop, an extension, a card, a revocation) and a commitment, another
 * one in another zone, and an imported case.
 */
class ExportTest {

    private static final String XES = "http://www.xes-standard.org/";
    private static final CommitmentId COMMITMENT = new CommitmentId(project(1), 1);
    private static final ItemCode COMMITTED = new ItemCode("cn-shanxi", "energy-review");

    /** Whatever tells of a person, or was written freely. */
    private static final List<String> SECRETS =
            List.of(
                    "clerk",
                    "王局长",
                    "张伟",
                    "李四",
                    "需要论证",
                    "欺骗",
                    "site plan",
                    "窗口9",
                    "污染",
                    "焦炉",
                    "D-1");

    @TempDir static Path folder;

    private static final TestJournal JOURNAL = new TestJournal();

    @BeforeAll
    static void given() {
        tell("2018-08-01T09:00", registered(project(1), "LF-01"));
        tell(
                "2018-08-02T09:00",
                new ProjectCodeChanged(
                        project(1),
                        at("2018-08-02T09:00"),
                        new ProjectCode("2018-141002-33-03-012345")));
        tell("2018-09-03T09:00", received(filing(1), at("2018-09-03T09:00")));
        tell("2018-09-03T09:30", correction(filing(1), at("2018-09-03T09:30")));
        tell(
                "2018-09-03T10:00",
                new WorkStepRecorded(
                        filing(1), at("2018-09-03T09:00"), "分办 <&> \uD83D\uDE00", "窗口9"));
        tell("2018-09-04T09:00", accepted(filing(1), at("2018-09-04T09:00")));
        tell("2018-09-05T09:00", opened(filing(1), at("2018-09-05T09:00"), 1));
        tell("2018-09-07T09:00", closed(filing(1), at("2018-09-07T09:00"), 1));
        tell(
                "2018-09-10T09:00",
                new ReviewExtended(
                        filing(1),
                        at("2018-09-10T09:00"),
                        TimeLimit.workingDays(10),
                        "需要论证",
                        "王局长"));
        tell(
                "2018-09-11T09:00",
                new CardRaised(
                        filing(1), at("2018-09-11T09:00"), Card.YELLOW, LocalDate.of(2018, 9, 30)));
        tell("2018-09-12T09:00", decided(filing(1), at("2018-09-12T09:00")));
        tell("2018-09-20T09:00", new DecisionRevoked(filing(1), at("2018-09-20T09:00"), "欺骗"));
        tell(
                "2018-09-21T09:00",
                new NoticeServed(
                        COMMITMENT,
                        at("2018-09-21T09:00"),
                        List.of(COMMITTED, new ItemCode("cn-shanxi", "soil-and-water")),
                        "2018",
                        "standard-1",
                        "a".repeat(64),
                        "告知1",
                        "cn"));
        tell(
                "2018-09-22T09:00",
                new LetterSubmitted(
                        COMMITMENT,
                        at("2018-09-22T09:00"),
                        "承1",
                        new CreditCode("11320000MB151840XJ"),
                        List.of(COMMITTED),
                        "a".repeat(64),
                        new Signer("张伟", Signer.Capacity.LEGAL_REPRESENTATIVE),
                        new Promise(List.of(), List.of()),
                        "b".repeat(64),
                        "c".repeat(64)));
        tell(
                "2018-09-23T09:00",
                new ObjectionRaised(COMMITMENT, at("2018-09-23T09:00"), 1, "李四", "污染"));
        tell("2018-08-01T09:00", registered(project(2), "LF-02"));
        tell("2018-10-09T09:00", received(filing(2), at("2018-10-09T09:00")));

        var first = at("2011-10-11T13:45");
        JOURNAL.append(
                at("2020-01-01T00:00"),
                Map.of("actor", "clerk", "channel", "import", "import", "I-1"),
                List.of(
                        imported(project(3), first, "I-1", "case-10011"),
                        importedFiling(filing(3), first, "case-10011"),
                        new WorkStepRecorded(filing(3), first, "Confirmation", "Resource21")));
    }

    private static void tell(String recorded, ProjectEvent event) {
        JOURNAL.append(at(recorded), List.of(event));
    }

    private static byte[] written(Format format, Selection selection) throws Exception {
        var out = new ByteArrayOutputStream();
        try (Export export =
                new Exports(JOURNAL.database(), folder.resolve("exports")).begin(selection)) {
            export.write(format, out);
        }
        return out.toByteArray();
    }

    private static Selection of(StoryChoice stories) {
        return new Selection(stories, null, null, null);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ExportTest.class.getResourceAsStream(name));
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfNobodyAndNothingThatWasWrittenFreely(Format format) throws Exception {
        byte[] bytes = written(format, Selection.ALL);
        if (format == Format.XES_GZ) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);

        assertThat(text).contains("filing.special-procedure-opened", "分办");
        assertThat(SECRETS).allSatisfy(secret -> assertThat(text).doesNotContain(secret));
        // Of an imported log, who did it was part of the log.
        assertThat(text).contains("Resource21");
    }

    @Test
    void aPositionGivesTheSameForEver() throws Exception {
        Position then = new JournalFeed(JOURNAL.database()).end();
        var selection = new Selection(StoryChoice.ALL, null, null, then);
        byte[] before = written(Format.XES, selection);
        JOURNAL.append(
                at("2021-01-01T00:00"),
                List.of(
                        registered(project(90), "LF-01"),
                        received(filing(90), at("2021-01-01T00:00"))));

        assertThat(written(Format.XES, selection)).isEqualTo(before);
        assertThat(written(Format.XES, Selection.ALL)).isNotEqualTo(before);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                written(
                                        Format.XES,
                                        new Selection(
                                                StoryChoice.ALL,
                                                null,
                                                null,
                                                new Position(then.transaction() + 1000, 1))))
                .withMessageContaining("asOf is at most");
    }

    @Test
    void whatIsRecordedMeanwhileIsNotPartOfItAndNobodyWaitsForIt() throws Exception {
        var out = new ByteArrayOutputStream();
        try (Export export = new Exports(JOURNAL.database(), folder).begin(Selection.ALL)) {
            JOURNAL.append(
                    at("2021-02-01T00:00"),
                    List.of(
                            registered(project(91), "LF-01"),
                            received(filing(91), at("2021-02-01T00:00"))));
            var feed = new JournalFeed(JOURNAL.database());
            assertThat(feed.after(export.upTo(), 10)).hasSize(2);
            export.write(Format.XES, out);
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(filing(91).toString());
    }

    @Test
    void anEventThatCannotBeReadIsNotPassedOver() {
        var journal = new TestJournal();
        journal.append(at("2018-08-01T09:00"), List.of(registered(project(1), "LF-01")));
        journal.appendRaw(project(1), "filing.unheard-of", "1", "{}");

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> {
                            try (Export export =
                                    new Exports(journal.database(), folder).begin(Selection.ALL)) {
                                export.write(Format.XES, new ByteArrayOutputStream());
                            }
                        })
                .withMessageContaining("filing.unheard-of")
                .withMessageContaining(project(1).toString());
    }

    @Nested
    class Xes {

        private Document log(Selection selection) throws Exception {
            byte[] bytes = written(Format.XES, selection);
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setSchema(
                    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                            .newSchema(ExportTest.class.getResource("xes.xsd")));
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(
                    new org.xml.sax.helpers.DefaultHandler() {
                        @Override
                        public void error(org.xml.sax.SAXParseException e)
                                throws org.xml.sax.SAXException {
                            throw e;
                        }
                    });
            return builder.parse(new ByteArrayInputStream(bytes));
        }

        private static List<Element> all(Element within, String name) {
            NodeList found = within.getElementsByTagNameNS(XES, name);
            return IntStream.range(0, found.getLength())
                    .mapToObj(i -> (Element) found.item(i))
                    .toList();
        }

        private static List<Element> children(Element of) {
            var children = new ArrayList<Element>();
            for (var child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element) {
                    children.add(element);
                }
            }
            return children;
        }

        private static String value(Element of, String key) {
            return children(of).stream()
                    .filter(attribute -> attribute.getAttribute("key").equals(key))
                    .map(attribute -> attribute.getAttribute("value"))
                    .findFirst()
                    .orElse("");
        }

        private static Element trace(Document log, String filing) {
            return all(log.getDocumentElement(), "trace").stream()
                    .filter(trace -> value(trace, "chengnuo:filing").equals(filing))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void hasATraceForEachFilingWithItsEventsAsTheyHappened() throws Exception {
            Element trace = trace(log(Selection.ALL), filing(1).toString());

            assertThat(value(trace, "concept:name")).isEqualTo(filing(1).toString());
            assertThat(value(trace, "chengnuo:project")).isEqualTo(project(1).toString());
            assertThat(value(trace, "chengnuo:projectCode")).isEqualTo("2018-141002-33-03-012345");
            assertThat(value(trace, "chengnuo:zone")).isEqualTo("LF-01");
            assertThat(value(trace, "chengnuo:itemCode")).isEqualTo("works-planning");
            assertThat(value(trace, "chengnuo:promised")).isEqualTo("10 WD");
            assertThat(value(trace, "chengnuo:kind")).isEqualTo("PROMISED");
            assertThat(value(trace, "chengnuo:calendar")).isEqualTo("cn");
            assertThat(value(trace, "chengnuo:edition")).isEqualTo("2018");
            assertThat(value(trace, "chengnuo:imported")).isEqualTo("false");
            assertThat(all(trace, "event"))
                    .extracting(event -> value(event, "concept:name"))
                    .containsExactly(
                            "filing.received",
                            "分办 <&> \uD83D\uDE00",
                            "filing.correction-requested",
                            "filing.accepted",
                            "filing.special-procedure-opened",
                            "filing.special-procedure-closed",
                            "filing.review-extended",
                            "filing.card-raised",
                            "filing.decided",
                            "filing.revoked");
            Element stop = all(trace, "event").get(4);
            assertThat(value(stop, "time:timestamp")).isEqualTo("2018-09-05T01:00:00.000+00:00");
            assertThat(value(stop, "chengnuo:ground")).isEqualTo("EXPERT_REVIEW");
            assertThat(value(stop, "chengnuo:notice")).isEqualTo("N-1");
            assertThat(value(stop, "chengnuo:announced")).isEqualTo("20 WD");
            assertThat(value(all(trace, "event").get(1), "chengnuo:recordedAt"))
                    .isEqualTo("2018-09-03T02:00:00.000+00:00");
            assertThat(
                            all(trace, "event").stream()
                                    .filter(e -> value(e, "chengnuo:signal").equals("true")))
                    .singleElement()
                    .satisfies(e -> assertThat(value(e, "chengnuo:card")).isEqualTo("YELLOW"));
        }

        @Test
        void anImportedOneIsNamedAsItsLogNamedIt() throws Exception {
            Element trace = trace(log(Selection.ALL), filing(3).toString());

            assertThat(value(trace, "concept:name")).isEqualTo("case-10011");
            assertThat(value(trace, "chengnuo:import")).isEqualTo("I-1");
            assertThat(all(trace, "event")).hasSize(1);
            assertThat(value(all(trace, "event").getFirst(), "org:resource"))
                    .isEqualTo("Resource21");
        }

        /** Valid by the schema, which cannot say these. */
        @Test
        void declaresWhatItHas() throws Exception {
            Element log = log(Selection.ALL).getDocumentElement();
            Set<String> prefixes = new HashSet<>();
            all(log, "extension").forEach(e -> prefixes.add(e.getAttribute("prefix")));
            var definition =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(
                                    Objects.requireNonNull(
                                            XesLog.class.getResourceAsStream("chengnuo.xesext")))
                            .getDocumentElement();
            for (Element scope : children(definition)) {
                Set<String> defined = new TreeSet<>();
                children(scope)
                        .forEach(
                                e ->
                                        defined.add(
                                                e.getTagName()
                                                        + " chengnuo:"
                                                        + e.getAttribute("key")));
                List<Element> with =
                        scope.getTagName().equals("log")
                                ? List.of(log)
                                : all(log, scope.getTagName());
                for (Element one : with) {
                    for (Element attribute : children(one)) {
                        String key = attribute.getAttribute("key");
                        assertThat(key.isEmpty() || prefixes.contains(key.split(":")[0])).isTrue();
                        if (key.startsWith("chengnuo:")) {
                            assertThat(defined).contains(attribute.getLocalName() + " " + key);
                        }
                    }
                }
            }
            for (Element global : all(log, "global")) {
                assertThat(all(log, global.getAttribute("scope")))
                        .isNotEmpty()
                        .allSatisfy(
                                one ->
                                        assertThat(children(one))
                                                .extracting(e -> e.getAttribute("key"))
                                                .containsAll(
                                                        children(global).stream()
                                                                .map(e -> e.getAttribute("key"))
                                                                .toList()));
            }
            assertThat(all(log, "classifier"))
                    .extracting(e -> e.getAttribute("keys"))
                    .containsExactly("concept:name");
        }

        @Test
        void hasWhatIsSelected() throws Exception {
            assertThat(filings(of(new StoryChoice("LF-02", null, null))))
                    .containsExactly(filing(2).toString());
            assertThat(filings(of(new StoryChoice(null, "I-1", null))))
                    .containsExactly(filing(3).toString());
            assertThat(filings(of(new StoryChoice(null, null, project(1).toString()))))
                    .containsExactly(filing(1).toString());
            assertThat(filings(of(new StoryChoice("LF-01", "I-1", null)))).isEmpty();
            assertThat(
                            filings(
                                    new Selection(
                                            StoryChoice.ALL,
                                            at("2018-10-01T00:00"),
                                            at("2018-11-01T00:00"),
                                            null)))
                    .containsExactly(filing(2).toString());
        }

        private List<String> filings(Selection selection) throws Exception {
            return all(log(selection).getDocumentElement(), "trace").stream()
                    .map(trace -> value(trace, "chengnuo:filing"))
                    .toList();
        }
    }

    @Nested
    class Ocel {

        private static JsonNode json() throws Exception {
            return JsonMapper.shared().readTree(written(Format.OCEL_JSON, Selection.ALL));
        }

        @Test
        void isValidByTheSchemaOfItsJson() throws Exception {
            var schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(resource("ocel.schema.json"));

            assertThat(
                            schema.validate(
                                    json().toString(),
                                    InputFormat.JSON,
                                    run ->
                                            run.executionConfig(
                                                    config ->
                                                            config.formatAssertionsEnabled(true))))
                    .isEmpty();
        }

        private static JsonNode named(JsonNode in, String field, String value) {
            return StreamSupport.stream(in.spliterator(), false)
                    .filter(one -> one.path(field).asString().equals(value))
                    .findFirst()
                    .orElseThrow();
        }

        private static List<String> relationships(JsonNode of) {
            return StreamSupport.stream(of.path("relationships").spliterator(), false)
                    .map(r -> r.path("qualifier").asString() + " " + r.path("objectId").asString())
                    .toList();
        }

        @Test
        void relatesObjectsAndEventsToObjects() throws Exception {
            JsonNode log = json();

            assertThat(relationships(named(log.path("objects"), "id", project(1).toString())))
                    .containsExactlyInAnyOrder(
                            "has filing " + filing(1),
                            "has commitment " + COMMITMENT,
                            "of enterprise 11320000MB151840XJ");
            assertThat(relationships(named(log.path("objects"), "id", filing(1).toString())))
                    .containsExactly("for item cn-shanxi:works-planning");
            // What the letter covers, not what the notice offered.
            assertThat(relationships(named(log.path("objects"), "id", COMMITMENT.toString())))
                    .containsExactly("covers item cn-shanxi:energy-review");
            assertThat(
                            relationships(
                                    named(
                                            log.path("events"),
                                            "type",
                                            "commitment.letter-submitted")))
                    .containsExactlyInAnyOrder(
                            "project " + project(1),
                            "commitment " + COMMITMENT,
                            "item cn-shanxi:energy-review");
            assertThat(relationships(named(log.path("events"), "type", "filing.decided")))
                    .containsExactlyInAnyOrder("project " + project(1), "filing " + filing(1));
        }

        @Test
        void hasEveryEventOnceAndNoRelationToNothing() throws Exception {
            JsonNode log = json();
            Set<String> objects = new HashSet<>();
            log.path("objects").forEach(o -> objects.add(o.path("id").asString()));
            Set<String> events = new HashSet<>();
            log.path("events").forEach(e -> events.add(e.path("id").asString()));

            assertThat(objects).hasSameSizeAs(log.path("objects"));
            assertThat(events)
                    .hasSameSizeAs(log.path("events"))
                    .hasSize(
                            Integer.parseInt(
                                    JOURNAL.rows("select count(*) from journal.event").getFirst()));
            for (String of : List.of("objects", "events")) {
                for (JsonNode one : log.path(of)) {
                    for (JsonNode relation : one.path("relationships")) {
                        assertThat(objects).contains(relation.path("objectId").asString());
                    }
                }
            }
        }

        @Test
        void saysSinceWhenAnObjectIsSo() throws Exception {
            JsonNode log = json();
            JsonNode code =
                    named(
                            named(log.path("objects"), "id", project(1).toString())
                                    .path("attributes"),
                            "name",
                            "projectCode");
            JsonNode promised =
                    named(
                            named(log.path("objects"), "id", filing(1).toString())
                                    .path("attributes"),
                            "name",
                            "promised");

            assertThat(code.path("time").asString()).isEqualTo("2018-08-02T01:00:00.000+00:00");
            assertThat(promised.path("time").asString()).isEqualTo("2018-09-04T01:00:00.000+00:00");
            assertThat(promised.path("value").asString()).isEqualTo("10 WD");
        }

        @Test
        void hasTheTablesOfTheStandardAndLeavesNoFileBehind() throws Exception {
            Path file = folder.resolve("log.sqlite");
            Files.write(file, written(Format.OCEL_SQLITE, Selection.ALL));
            try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var sql = database.createStatement()) {
                Set<String> tables = new TreeSet<>();
                try (var rows =
                        sql.executeQuery("select name from sqlite_master where type = 'table'")) {
                    while (rows.next()) {
                        tables.add(rows.getString(1));
                    }
                }
                assertThat(tables)
                        .contains(
                                "event",
                                "object",
                                "event_object",
                                "object_object",
                                "event_map_type",
                                "object_map_type",
                                "event_filing_special_procedure_opened",
                                "object_project",
                                "object_commitment");
                try (var rows =
                        sql.executeQuery(
                                """
                                select ocel_time, ground, announced
                                from event_filing_special_procedure_opened
                                """)) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString(1)).isEqualTo("2018-09-05T01:00:00.000+00:00");
                    assertThat(rows.getString(2)).isEqualTo("EXPERT_REVIEW");
                    assertThat(rows.getString(3)).isEqualTo("20 WD");
                }
                // Each type has its table, and each event stands in that of its type.
                for (String of : List.of("event", "object")) {
                    try (var types = database.createStatement();
                            var rows =
                                    types.executeQuery(
                                            "select ocel_type, ocel_type_map from %s_map_type"
                                                    .formatted(of))) {
                        while (rows.next()) {
                            try (var check =
                                    sql.executeQuery(
                                            """
                                            select count(*) from (
                                                select ocel_id from %1$s where ocel_type = '%2$s'
                                                except select ocel_id from %1$s_%3$s)
                                            """
                                                    .formatted(
                                                            of,
                                                            rows.getString(1),
                                                            rows.getString(2)))) {
                                assertThat(check.next()).isTrue();
                                assertThat(check.getInt(1)).isZero();
                            }
                        }
                    }
                }
                try (var broken = sql.executeQuery("pragma foreign_key_check")) {
                    assertThat(broken.next()).isFalse();
                }
            }
            try (var left = Files.list(folder.resolve("exports"))) {
                assertThat(left).isEmpty();
            }
        }
    }
}
