package org.chengnuo.approval.projections.conduct;

/** How soon a finding wants to be looked at; not how bad anybody has been. */
public enum Severity {
    /** Common in good offices too; only its frequency says something. */
    LOW,
    /** Unusual. */
    MEDIUM,
    /** Whether a limit was kept, or the law stepped in, depends on it. */
    HIGH
}
