package org.chengnuo.approval.parcel;

import java.time.Instant;

/** How far a government service has come for one parcel, and since when. */
sealed interface Service {

    record NotOrdered() implements Service {}

    record Ordered(Instant at) implements Service {}

    record Started(Instant at) implements Service {}

    record Delivered(Instant at) implements Service {}
}
