package org.chengnuo.approval.project;

import org.chengnuo.approval.construction.Missing;
import org.chengnuo.approval.construction.Missing.NextStep;
import org.chengnuo.approval.filing.Filing;
import org.chengnuo.approval.parcel.Parcel;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyItem;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a project needs before its construction starts: its land, the government services for each
 * parcel, and every item of its edition that is needed before the start and has not been ruled out,
 * each in the way of its class.
 */
record Clearance(Dossier dossier, PolicyEdition policy) {

    /** The land, then the services by parcel, then the items in the order of the edition. */
    List<Missing> missing() {
        var missing = new ArrayList<Missing>();
        if (dossier.parcels().isEmpty()) {
            missing.add(new Missing(null, null, null, NextStep.SUPPLY_LAND));
            for (ItemCode service : servicesBeforeStart()) {
                missing.add(service(service, null, NextStep.ORDER_SERVICE));
            }
        }
        dossier.parcels()
                .forEach(
                        (code, parcel) -> {
                            if (!parcel.isSupplied()) {
                                missing.add(new Missing(null, null, code, NextStep.SUPPLY_LAND));
                            }
                        });
        dossier.parcels().forEach((code, parcel) -> missing.addAll(services(code, parcel)));
        neededBeforeStart()
                .forEach(
                        item -> {
                            ItemClass itemClass = classOf(item);
                            NextStep step = nextStep(item.code(), itemClass);
                            if (step != null) {
                                missing.add(new Missing(item.code(), itemClass, null, step));
                            }
                        });
        return List.copyOf(missing);
    }

    /** All items that are a government service for this project. */
    List<ItemCode> services() {
        return services(policy.items().stream().filter(this::concerns));
    }

    /** Those of them that the start needs. */
    List<ItemCode> servicesBeforeStart() {
        return services(neededBeforeStart());
    }

    private List<ItemCode> services(Stream<PolicyItem> items) {
        return items.filter(item -> classOf(item) == ItemClass.GOVERNMENT_SERVICE)
                .map(PolicyItem::code)
                .toList();
    }

    private Stream<PolicyItem> neededBeforeStart() {
        return policy.items().stream().filter(PolicyItem::beforeStart).filter(this::concerns);
    }

    private boolean concerns(PolicyItem item) {
        return !dossier.particulars().ruledOut().contains(item.code());
    }

    private ItemClass classOf(PolicyItem item) {
        var registered = dossier.particulars().registered();
        return item.classFor(registered.type(), registered.zone());
    }

    private List<Missing> services(ParcelCode code, Parcel parcel) {
        return servicesBeforeStart().stream()
                .filter(item -> !parcel.isDelivered(item))
                .map(
                        item ->
                                service(
                                        item,
                                        code,
                                        parcel.isOrdered(item)
                                                ? NextStep.DELIVER_SERVICE
                                                : NextStep.ORDER_SERVICE))
                .toList();
    }

    private static Missing service(ItemCode item, @Nullable ParcelCode parcel, NextStep step) {
        return new Missing(item, ItemClass.GOVERNMENT_SERVICE, parcel, step);
    }

    /** What is to be done next about an item; null if it is as the start needs it. */
    private @Nullable NextStep nextStep(ItemCode item, ItemClass itemClass) {
        return switch (itemClass) {
            case KEPT_APPROVAL -> filed(item, Filing::isGranted, NextStep.AWAIT_DECISION);
            case FILING_ONLY ->
                    filed(
                            item,
                            filing -> filing.isRecorded() || filing.isGranted(),
                            NextStep.AWAIT_RECORD);
            case COMMITMENT -> committedOrFiled(item);
            // Of each parcel, not of the project.
            case GOVERNMENT_SERVICE -> null;
            case CANCELLED -> null;
        };
    }

    private @Nullable NextStep filed(ItemCode item, Predicate<Filing> enough, NextStep await) {
        if (dossier.hasFiling(item, enough)) {
            return null;
        }
        return dossier.hasFiling(item, Filing::isOpen) ? await : NextStep.FILE;
    }

    private @Nullable NextStep committedOrFiled(ItemCode item) {
        if (dossier.hasLetterInForceFor(item)) {
            return null;
        }
        NextStep step = filed(item, Filing::isGranted, NextStep.AWAIT_DECISION);
        if (step != NextStep.FILE) {
            return step;
        }
        var covering = dossier.covering(item);
        if (covering.isPresent()) {
            return covering.get().isObjectedTo()
                    ? NextStep.WITHDRAW_OR_DECLINE
                    : NextStep.AWAIT_EFFECT;
        }
        if (!dossier.particulars().isEligible()) {
            return NextStep.FILE;
        }
        return dossier.awaitsLetterFor(item) ? NextStep.SUBMIT_LETTER : NextStep.COMMIT_OR_FILE;
    }
}
