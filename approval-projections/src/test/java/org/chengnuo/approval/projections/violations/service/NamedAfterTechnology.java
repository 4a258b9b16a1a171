package org.chengnuo.approval.projections.violations.service;

/** In a package that is named after technology: on purpose, for the rule that must catch it. */
final class NamedAfterTechnology {

    private NamedAfterTechnology() {}
}
