package org.chengnuo.approval.parcel;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.parcel.ParcelCommand.DeliverService;
import org.chengnuo.approval.parcel.ParcelCommand.OrderService;
import org.chengnuo.approval.parcel.ParcelCommand.StartService;
import org.chengnuo.approval.parcel.ParcelCommand.SupplyLand;
import org.chengnuo.approval.parcel.ParcelEvent.LandSupplied;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceDelivered;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceOrdered;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceStarted;
import org.chengnuo.approval.parcel.Service.Delivered;
import org.chengnuo.approval.parcel.Service.NotOrdered;
import org.chengnuo.approval.parcel.Service.Ordered;
import org.chengnuo.approval.parcel.Service.Started;
import org.chengnuo.approval.policy.ItemCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A parcel 宗地 of a project. Each government service is ordered → started → delivered for it, and
 * its land is supplied once. All services should come before the supply; one that comes after it is
 * late, and counts all the same.
 */
public final class Parcel {

    private static final Service NOT_ORDERED = new NotOrdered();

    private final ParcelCode code;
    private final Map<ItemCode, Service> services;
    private final boolean supplied;

    private Parcel(ParcelCode code, Map<ItemCode, Service> services, boolean supplied) {
        this.code = code;
        this.services = services;
        this.supplied = supplied;
    }

    /** The parcel before anything has been done for it. */
    public static Parcel untouched(ParcelCode code) {
        return new Parcel(code, Map.of(), false);
    }

    /**
     * @param services the items that are a government service for the project
     * @param beforeStart those of them that its start needs, in the order of the edition
     * @throws Refusal if the act is not in turn, or a rule is against it
     */
    public ParcelEvent decide(
            ParcelCommand command, Collection<ItemCode> services, List<ItemCode> beforeStart)
            throws Refusal {
        Reason reason = outOfTurn(command);
        if (reason != null) {
            throw new Refusal(reason, "parcel %s: %s".formatted(code, describe(command)));
        }
        Instant at = command.occurredAt();
        return switch (command) {
            case OrderService c -> {
                isAService(c.item(), services);
                yield new ServiceOrdered(c.project(), at, code, c.item());
            }
            case StartService c -> {
                notBeforePrecedingAct(at, service(c.item()));
                yield new ServiceStarted(c.project(), at, code, c.item());
            }
            case DeliverService c -> {
                notBeforePrecedingAct(at, service(c.item()));
                yield new ServiceDelivered(
                        c.project(),
                        at,
                        code,
                        c.item(),
                        Refusal.ifMissing(c.document(), Reason.SERVICE_RESULT_MISSING));
            }
            case SupplyLand c -> {
                if (c.area().signum() <= 0) {
                    throw new Refusal(Reason.AREA_MISSING, "an area of %s".formatted(c.area()));
                }
                yield new LandSupplied(
                        c.project(),
                        at,
                        code,
                        c.area(),
                        Refusal.ifMissing(c.document(), Reason.LAND_DOCUMENT_MISSING),
                        beforeStart.stream().filter(item -> !deliveredBy(at, item)).toList());
            }
        };
    }

    /** The order of the acts: null if the act is in turn. */
    private @Nullable Reason outOfTurn(ParcelCommand command) {
        return switch (command) {
            case OrderService c ->
                    switch (service(c.item())) {
                        case NotOrdered _ -> null;
                        case Ordered _ -> Reason.SERVICE_ORDERED_ALREADY;
                        case Started _ -> Reason.SERVICE_STARTED_ALREADY;
                        case Delivered _ -> Reason.SERVICE_DELIVERED_ALREADY;
                    };
            case StartService c ->
                    switch (service(c.item())) {
                        case NotOrdered _ -> Reason.SERVICE_NOT_ORDERED;
                        case Ordered _ -> null;
                        case Started _ -> Reason.SERVICE_STARTED_ALREADY;
                        case Delivered _ -> Reason.SERVICE_DELIVERED_ALREADY;
                    };
            case DeliverService c ->
                    switch (service(c.item())) {
                        case NotOrdered _ -> Reason.SERVICE_NOT_ORDERED;
                        case Ordered _ -> Reason.SERVICE_NOT_STARTED;
                        case Started _ -> null;
                        case Delivered _ -> Reason.SERVICE_DELIVERED_ALREADY;
                    };
            case SupplyLand _ -> supplied ? Reason.LAND_SUPPLIED_ALREADY : null;
        };
    }

    private String describe(ParcelCommand command) {
        return switch (command) {
            case OrderService c -> describe(c.item());
            case StartService c -> describe(c.item());
            case DeliverService c -> describe(c.item());
            case SupplyLand _ -> "its land has been supplied";
        };
    }

    private String describe(ItemCode item) {
        return switch (service(item)) {
            case NotOrdered _ -> "%s has not been ordered".formatted(item);
            case Ordered(Instant at) -> "%s was ordered at %s".formatted(item, at);
            case Started(Instant at) -> "%s was started at %s".formatted(item, at);
            case Delivered(Instant at) -> "%s was delivered at %s".formatted(item, at);
        };
    }

    private static void isAService(ItemCode item, Collection<ItemCode> services) throws Refusal {
        if (!services.contains(item)) {
            throw new Refusal(
                    Reason.NOT_A_SERVICE,
                    "%s is no government service of the project's edition".formatted(item));
        }
    }

    /** Of one service; the services of a parcel go on side by side. */
    private static void notBeforePrecedingAct(Instant occurredAt, Service service) throws Refusal {
        Instant preceding =
                switch (service) {
                    case NotOrdered _ -> Instant.MIN;
                    case Ordered(Instant at) -> at;
                    case Started(Instant at) -> at;
                    case Delivered(Instant at) -> at;
                };
        if (occurredAt.isBefore(preceding)) {
            throw new Refusal(
                    Reason.BEFORE_PRECEDING_ACT,
                    "occurredAt %s is before the preceding act of %s"
                            .formatted(occurredAt, preceding));
        }
    }

    private boolean deliveredBy(Instant moment, ItemCode item) {
        return service(item) instanceof Delivered(Instant at) && !at.isAfter(moment);
    }

    /** What happened, happened: this never refuses. */
    public Parcel evolve(ParcelEvent event) {
        Instant at = event.occurredAt();
        return switch (event) {
            case ServiceOrdered e -> with(e.item(), new Ordered(at));
            case ServiceStarted e -> with(e.item(), new Started(at));
            case ServiceDelivered e -> with(e.item(), new Delivered(at));
            case LandSupplied _ -> new Parcel(code, services, true);
        };
    }

    private Parcel with(ItemCode item, Service service) {
        var all = new TreeMap<ItemCode, Service>((a, b) -> a.toString().compareTo(b.toString()));
        all.putAll(services);
        all.put(item, service);
        return new Parcel(code, all, supplied);
    }

    private Service service(ItemCode item) {
        return services.getOrDefault(item, NOT_ORDERED);
    }

    public boolean isOrdered(ItemCode item) {
        return !(service(item) instanceof NotOrdered);
    }

    public boolean isDelivered(ItemCode item) {
        return service(item) instanceof Delivered;
    }

    /** Whether the land has been supplied. */
    public boolean isSupplied() {
        return supplied;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Parcel that
                && code.equals(that.code)
                && services.equals(that.services)
                && supplied == that.supplied;
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, services, supplied);
    }

    @Override
    public String toString() {
        return "%s %s%s".formatted(code, services, supplied ? " supplied" : "");
    }
}
