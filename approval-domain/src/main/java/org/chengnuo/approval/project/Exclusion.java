package org.chengnuo.approval.project;

/** What keeps a project out of the reform, found when its eligibility is assessed. */
public enum Exclusion {
    NATIONAL_SECURITY("国家安全", "national security"),
    ECOLOGICAL_SECURITY("生态安全", "ecological security"),
    STRATEGIC_RESOURCES("战略性资源开发", "strategic resources"),
    MAJOR_PUBLIC_INTEREST("重大公共利益", "major public interest");

    private final String chinese;
    private final String english;

    Exclusion(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
