package org.chengnuo.approval.parcel;

import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What happened to a parcel. */
public sealed interface ParcelEvent extends ProjectEvent {

    ParcelCode parcel();

    record ServiceOrdered(ProjectId project, Instant occurredAt, ParcelCode parcel, ItemCode item)
            implements ParcelEvent {}

    record ServiceStarted(ProjectId project, Instant occurredAt, ParcelCode parcel, ItemCode item)
            implements ParcelEvent {}

    record ServiceDelivered(
            ProjectId project,
            Instant occurredAt,
            ParcelCode parcel,
            ItemCode item,
            String document)
            implements ParcelEvent {}

    /**
     * @param area in square metres
     * @param outstanding the services that should have been delivered before: the target is none
     */
    record LandSupplied(
            ProjectId project,
            Instant occurredAt,
            ParcelCode parcel,
            BigDecimal area,
            String document,
            List<ItemCode> outstanding)
            implements ParcelEvent {

        public LandSupplied {
            outstanding = List.copyOf(outstanding);
        }
    }
}
