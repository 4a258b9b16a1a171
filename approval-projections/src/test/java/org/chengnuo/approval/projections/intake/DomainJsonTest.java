package org.chengnuo.approval.projections.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.ZoneCode;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

class DomainJsonTest {

    private static final ProjectId PROJECT =
            new ProjectId(UUID.fromString("0195d7a0-0000-7000-8000-000000000001"));

    private final JsonMapper json = DomainJson.journal();

    @Test
    void valuesAreWrittenAsTheTextThatAPersonWouldWrite() {
        var event =
                new WorkStepRecorded(
                        new FilingId(PROJECT, 3),
                        Instant.parse("2018-09-28T01:02:03.456Z"),
                        "site visit",
                        null);

        String text = json.writeValueAsString(event);

        assertThat(text)
                .isEqualTo(
                        """
                        {"filing":"0195d7a0-0000-7000-8000-000000000001-3","occurredAt":"2018-09-28T01:02:03.456Z","activity":"site visit"}\
                        """);
        assertThat(json.readValue(text, WorkStepRecorded.class)).isEqualTo(event);
    }

    @Test
    void aWholeProjectComesBackAsItWent() {
        var event =
                new ProjectRegistered(
                        PROJECT,
                        Instant.parse("2018-09-28T00:00:00Z"),
                        "焦炉改造",
                        null,
                        new CreditCode("11320000MB151840XJ"),
                        new ZoneCode("LF-01"),
                        new RegionCode("141002"),
                        new IndustryCode("0610"),
                        ProjectType.RECORD_FILED,
                        new Money(new BigDecimal("12000000")),
                        "2018");

        String text = json.writeValueAsString(event);

        assertThat(text).contains("\"investment\":12000000.00").contains("\"industry\":\"0610\"");
        assertThat(json.readValue(text, ProjectRegistered.class)).isEqualTo(event);
    }

    @Test
    void anEventThatLacksWhatItMustHaveIsNotRead() {
        assertThatThrownBy(
                        () ->
                                json.readValue(
                                        """
                                        {"filing":"0195d7a0-0000-7000-8000-000000000001-3","activity":"site visit"}\
                                        """,
                                        WorkStepRecorded.class))
                .hasMessageContaining("occurredAt");
    }
}
