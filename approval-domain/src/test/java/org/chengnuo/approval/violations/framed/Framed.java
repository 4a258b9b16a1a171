package org.chengnuo.approval.violations.framed;

import org.junit.jupiter.api.Tag;

/** Depends on a framework: on purpose, for the rule that must catch it. */
@Tag("violation")
final class Framed {

    private Framed() {}
}
