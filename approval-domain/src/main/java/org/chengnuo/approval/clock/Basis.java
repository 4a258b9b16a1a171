package org.chengnuo.approval.clock;

public enum Basis {
    CLAIMED,
    ATTESTED
}
