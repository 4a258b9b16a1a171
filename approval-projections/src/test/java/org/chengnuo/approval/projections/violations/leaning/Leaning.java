package org.chengnuo.approval.projections.violations.leaning;

import org.springframework.boot.SpringBootConfiguration;

/** Leans on more than databases and JSON: on purpose, for the rule that must catch it. */
@SpringBootConfiguration
final class Leaning {

    private Leaning() {}
}
