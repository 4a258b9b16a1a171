package org.chengnuo.approval.api.journal;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.chengnuo.approval.JournalEvent;
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.journal.EventCatalogue.StoredName;
import org.chengnuo.approval.projections.intake.DomainJson;
import org.jspecify.annotations.Nullable;

/**
 * Stores events under the names of the {@link EventCatalogue}, as JSON that a person can read.
 * Axon's own choice, the class name, would break the journal when a class moves.
 */
final class JournalSerializer extends Jackson3Serializer {

    JournalSerializer() {
        super(builder().jsonMapperBuilderCustomizer(DomainJson::customize));
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(@Nullable Class type) {
        if (type != null && JournalEvent.class.isAssignableFrom(type)) {
            StoredName name = EventCatalogue.nameOf(type);
            return new SimpleSerializedType(name.name(), Integer.toString(name.revision()));
        }
        return super.typeForClass(type);
    }

    /**
     * @throws IllegalStateException if the journal has an event that this program does not know: a
     *     project whose story cannot be read in full takes no decision
     */
    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getRevision() != null) {
            return EventCatalogue.classOf(
                            new StoredName(type.getName(), Integer.parseInt(type.getRevision())))
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "the journal has an event %s, revision %s, that this program does not know"
                                                    .formatted(
                                                            type.getName(), type.getRevision())));
        }
        return super.classForType(type);
    }
}
