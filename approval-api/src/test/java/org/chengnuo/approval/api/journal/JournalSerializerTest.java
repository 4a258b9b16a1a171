package org.chengnuo.approval.api.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.ProjectId;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What Axon's own serializer for Jackson 3 gets wrong in 4.13.0 (its issues 4160 and 4162: no
 * usable default, and an allow-list that leaves its own types out) must not reach the journal:
 * events are found by their stored names, and metadata comes back as it went.
 */
class JournalSerializerTest {

    private static final WorkStepRecorded STEP =
            new WorkStepRecorded(
                    new FilingId(new ProjectId(new UUID(0, 1)), 1),
                    Instant.parse("2018-09-28T01:00:00Z"),
                    "现场勘查",
                    null);

    private final JournalSerializer serializer = new JournalSerializer();

    @Test
    void anEventIsStoredUnderItsNameAndRevisionAsReadableJson() {
        SerializedObject<String> stored = serializer.serialize(STEP, String.class);

        assertThat(stored.getType().getName()).isEqualTo("filing.work-step-recorded");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat(stored.getData()).contains("\"activity\":\"现场勘查\"").doesNotContain("@class");
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(STEP);
    }

    @Test
    void metadataComesBackAsItWent() {
        MetaData metadata = MetaData.from(Map.of("actor", "clerk", "channel", "api"));

        SerializedObject<String> stored = serializer.serialize(metadata, String.class);

        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(metadata);
    }

    @Test
    void anEventThatThisProgramDoesNotKnowIsNotPassedOver() {
        var newer =
                new SimpleSerializedObject<>("{}", String.class, "filing.work-step-recorded", "2");

        assertThatThrownBy(() -> serializer.deserialize(newer))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("filing.work-step-recorded, revision 2");
    }
}
