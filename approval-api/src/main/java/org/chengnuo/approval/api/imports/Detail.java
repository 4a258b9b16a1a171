package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.policy.FilingKind;
import org.chengnuo.approval.policy.ItemClass;

import java.util.List;
import java.util.function.Function;

/** What a mapping gives as a constant, or takes from the log. */
enum Detail {
    ITEM_SCHEME("item.scheme", true, Words::partOfItem),
    ITEM_CODE("item.code", true, Words::partOfItem),
    ITEM_NAME("item.name", true, name -> name),
    ITEM_CLASS("item.class", true, word -> Words.of(ItemClass.class, word)),
    CALENDAR("calendar", true, name -> name),
    PROMISED("promised", true, Words::limit),
    STATUTORY("statutory", true, Words::limit),
    KIND("kind", true, word -> Words.of(FilingKind.class, word)),
    ACT("log.act", false, name -> name),
    GROUND("particulars.ground", false, word -> Words.of(StopGround.class, word)),
    NOTICE("particulars.notice", false, number -> number),
    ANNOUNCED("particulars.announced", false, Words::limit),
    BY("particulars.by", false, Words::length),
    OUTCOME("particulars.outcome", false, word -> Words.of(Outcome.class, word));

    /** What a log may say of an act. */
    static final List<Detail> PARTICULARS = List.of(GROUND, NOTICE, ANNOUNCED, BY, OUTCOME);

    private final String place;
    private final boolean ofCase;
    private final Function<String, ?> reading;

    Detail(String place, boolean ofCase, Function<String, ?> reading) {
        this.place = place;
        this.ofCase = ofCase;
        this.reading = reading;
    }

    /** Where a mapping says it. */
    String place() {
        return place;
    }

    /** The last part of its place. */
    String field() {
        return place.substring(place.indexOf('.') + 1);
    }

    /** Whether XES says it of the trace; of the event otherwise. */
    boolean isOfCase() {
        return ofCase;
    }

    /**
     * @throws Words.Wrong if the text cannot say it
     */
    void check(String text) {
        var _ = reading.apply(text);
    }
}
