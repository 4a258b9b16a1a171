package org.chengnuo.approval.api.access;

/** Who uses the office. */
public enum Role {
    /** 企业/申请人. */
    ENTERPRISE,
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
