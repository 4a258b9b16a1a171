package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.demo.Step.Person;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.parcel.ParcelCommand.DeliverService;
import org.chengnuo.approval.parcel.ParcelCommand.OrderService;
import org.chengnuo.approval.parcel.ParcelCommand.StartService;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyItem;

import java.time.Instant;
import java.util.List;

/** How one government service goes for one parcel. */
final class ServiceStory extends Story {

    private final PolicyItem item;
    private final ParcelCode parcel;
    private final Person clerk;

    ServiceStory(
            Draw draw,
            Zone zone,
            PolicyItem item,
            ParcelCode parcel,
            Instant begins,
            Instant notEnteredBefore,
            List<Step> steps) {
        super(draw, zone, 0, begins, notEnteredBefore, steps);
        this.item = item;
        this.parcel = parcel;
        this.clerk = oneOf(4, "clerk");
    }

    /**
     * When it was delivered.
     *
     * @param share of the item's promised limit that the work takes, by the median
     */
    Instant write(double share) {
        ItemCode code = item.code();
        Instant ordered = now;
        act(clerk, e -> new OrderService(e.project(), ordered, parcel, code));
        work(1.5, 0.5);
        Instant started = now;
        act(clerk, e -> new StartService(e.project(), started, parcel, code));
        work(share * item.promised().amount(), 0.35);
        Instant delivered = now;
        act(
                clerk,
                e ->
                        new DeliverService(
                                e.project(),
                                delivered,
                                parcel,
                                code,
                                e.papers().next(zone, "区评", delivered)));
        return delivered;
    }
}
