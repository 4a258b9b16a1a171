/**
 * What the office decides: plain Java.
 *
 * <p>A module, because a sealed family whose members live in several packages (a {@code
 * FilingEvent} is a {@code ProjectEvent}) may only stand in one.
 */
module org.chengnuo.approval.domain {
    requires static transitive org.jspecify;

    exports org.chengnuo.approval;
    exports org.chengnuo.approval.assessment;
    exports org.chengnuo.approval.calendar;
    exports org.chengnuo.approval.calendar.editions;
    exports org.chengnuo.approval.clock;
    exports org.chengnuo.approval.commitment;
    exports org.chengnuo.approval.construction;
    exports org.chengnuo.approval.filing;
    exports org.chengnuo.approval.journal;
    exports org.chengnuo.approval.parcel;
    exports org.chengnuo.approval.policy;
    exports org.chengnuo.approval.project;
    exports org.chengnuo.approval.supervision;
}
