package org.chengnuo.approval.project;

/** How a project is registered, by the provincial catalogue. */
public enum ProjectType {
    /** 备案类: filed for the record. */
    RECORD_FILED("备案类"),
    /** 核准类: approved; in the reform only as a pilot. */
    APPROVED("核准类");

    private final String chinese;

    ProjectType(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
