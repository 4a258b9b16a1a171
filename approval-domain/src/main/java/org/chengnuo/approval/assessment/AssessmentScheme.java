package org.chengnuo.approval.assessment;

/** A scheme that has been published 考核方案. It never changes: a correction is its next version. */
public record AssessmentScheme(SchemeCode code, SchemeContent content) {}
