/** Parcels: government services ordered, started and delivered, and land supplied. */
@NullMarked
package org.chengnuo.approval.api.parcel;

import org.jspecify.annotations.NullMarked;
