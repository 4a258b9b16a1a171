package org.chengnuo.approval.projections.reviewtimes;

/** The same in English and in Chinese. */
public record Bilingual(String en, String zh) {}
