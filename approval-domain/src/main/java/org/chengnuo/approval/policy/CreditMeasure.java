package org.chengnuo.approval.policy;

/**
 * A credit measure 失信惩戒措施 that is on the list, and so may be proposed.
 *
 * @param basis the law or list that allows it
 */
public record CreditMeasure(String code, String chinese, String english, String basis) {}
