package org.chengnuo.approval.parcel;

import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What may be asked of a parcel. A government service 政府统一服务 is done by the government itself, at
 * its own cost, before the land is supplied.
 */
public sealed interface ParcelCommand extends ProjectCommand {

    ParcelCode parcel();

    record OrderService(ProjectId project, Instant occurredAt, ParcelCode parcel, ItemCode item)
            implements ParcelCommand {}

    record StartService(ProjectId project, Instant occurredAt, ParcelCode parcel, ItemCode item)
            implements ParcelCommand {}

    /**
     * @param document the number of the result, as of an area evaluation 区域评估
     */
    record DeliverService(
            ProjectId project,
            Instant occurredAt,
            ParcelCode parcel,
            ItemCode item,
            @Nullable String document)
            implements ParcelCommand {}

    /**
     * 供地.
     *
     * @param area in square metres
     * @param document the number of the contract or of the decision of allocation
     */
    record SupplyLand(
            ProjectId project,
            Instant occurredAt,
            ParcelCode parcel,
            BigDecimal area,
            @Nullable String document)
            implements ParcelCommand {

        /**
         * @throws IllegalArgumentException if the area is absurd, or finer than a square centimetre
         */
        public SupplyLand {
            BigDecimal shortest = area.stripTrailingZeros();
            if (shortest.precision() - shortest.scale() > 12 || shortest.scale() > 4) {
                throw new IllegalArgumentException(
                        "an area has at most 12 digits and 4 decimals of a square metre");
            }
            area = shortest.setScale(Math.max(0, shortest.scale()));
        }
    }
}
