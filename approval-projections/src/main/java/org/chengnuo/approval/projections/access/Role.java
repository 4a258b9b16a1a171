package org.chengnuo.approval.projections.access;

/** Who uses the office. */
public enum Role {
    /** 企业/申请人. */
    ENTERPRISE,
    /** 代办员: acts for the enterprises that have entrusted it, and has none of its own. */
    AGENT,
    /** 综合窗口. */
    CLERK,
    /** 审批部门. */
    REVIEWER,
    /** 监管部门, separate from who approves. */
    SUPERVISOR,
    /** 考核办: reads only. */
    ANALYST,
    ADMIN
}
