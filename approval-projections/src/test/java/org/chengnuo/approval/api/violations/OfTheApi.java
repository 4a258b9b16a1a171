package org.chengnuo.approval.api.violations;

/** Stands for any class of the API, which this module cannot see. */
public interface OfTheApi {}
