package org.chengnuo.approval.violations.cyclic.two;

import org.chengnuo.approval.violations.cyclic.one.One;

import java.util.List;

/** The other half. */
public record Two(List<One> ones) {}
