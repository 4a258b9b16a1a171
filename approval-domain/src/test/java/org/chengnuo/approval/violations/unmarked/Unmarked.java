package org.chengnuo.approval.violations.unmarked;

/** In a package that says nothing of nulls: on purpose, for the rule that must catch it. */
final class Unmarked {

    private Unmarked() {}
}
