package org.chengnuo.approval.api.parcel;

import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.parcel.ParcelEvent;
import org.chengnuo.approval.parcel.ParcelEvent.LandSupplied;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceDelivered;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceOrdered;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceStarted;
import org.chengnuo.approval.policy.ItemCode;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A parcel, read from the story of its project.
 *
 * @param services in the order in which they were ordered
 * @param supply null until the land is supplied
 */
public record ParcelView(ParcelCode parcel, List<Service> services, @Nullable Supply supply) {

    /** A government service; each moment is null until it has come. */
    public record Service(
            ItemCode item,
            @Nullable Instant ordered,
            @Nullable Instant started,
            @Nullable Instant delivered,
            @Nullable String document) {}

    /**
     * @param area in square metres
     * @param outstanding the services that should have been delivered before, and were not
     */
    public record Supply(
            Instant at, BigDecimal area, String document, List<ItemCode> outstanding) {}

    public static ParcelView untouched(ParcelCode parcel) {
        return new ParcelView(parcel, List.of(), null);
    }

    public ParcelView with(ParcelEvent event) {
        Instant at = event.occurredAt();
        return switch (event) {
            case ServiceOrdered e -> with(new Service(e.item(), at, null, null, null));
            case ServiceStarted e ->
                    with(new Service(e.item(), service(e.item()).ordered(), at, null, null));
            case ServiceDelivered e -> {
                Service before = service(e.item());
                yield with(
                        new Service(
                                e.item(), before.ordered(), before.started(), at, e.document()));
            }
            case LandSupplied e ->
                    new ParcelView(
                            parcel,
                            services,
                            new Supply(at, e.area(), e.document(), e.outstanding()));
        };
    }

    private Service service(ItemCode item) {
        return services.stream()
                .filter(service -> service.item().equals(item))
                .findFirst()
                .orElse(new Service(item, null, null, null, null));
    }

    private ParcelView with(Service service) {
        var all = new ArrayList<>(services);
        all.replaceAll(other -> other.item().equals(service.item()) ? service : other);
        if (!all.contains(service)) {
            all.add(service);
        }
        return new ParcelView(parcel, List.copyOf(all), supply);
    }
}
