/** The land of a project: government services done beforehand, and its supply, parcel by parcel. */
@NullMarked
package org.chengnuo.approval.parcel;

import org.jspecify.annotations.NullMarked;
