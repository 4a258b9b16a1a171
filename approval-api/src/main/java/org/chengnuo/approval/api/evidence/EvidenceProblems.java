package org.chengnuo.approval.api.evidence;

import org.chengnuo.approval.projections.problem.Problem;
import org.chengnuo.approval.projections.problem.ProblemFound;
import org.jspecify.annotations.Nullable;

/** What can be wrong with an attachment, in both languages. */
final class EvidenceProblems {

    private static final String PARTS =
            "an attachment is posted as multipart/form-data with one part, file";

    private EvidenceProblems() {}

    static ProblemFound missing(String field, EvidenceHash hash) {
        return new ProblemFound(
                problem(
                        422,
                        "attachment-missing",
                        "There is no such attachment",
                        "附件不存在，请先上传",
                        "there is no attachment %s; post it to /api/v1/attachments first"
                                .formatted(hash),
                        field));
    }

    static ProblemFound damaged(EvidenceHash hash, EvidenceHash found) {
        return new ProblemFound(
                problem(
                        500,
                        "attachment-damaged",
                        "The attachment is damaged and is not given out",
                        "附件已损坏，不予提供",
                        ("what is kept as %s now has the hash %s; posting the original content"
                                        + " again mends it")
                                .formatted(hash, found),
                        null));
    }

    static ProblemFound unavailable(Exception cause) {
        return new ProblemFound(
                problem(
                        503,
                        "not-now",
                        "The storage of attachments does not answer",
                        "附件存储暂不可用，请重试",
                        "try again",
                        null),
                cause);
    }

    static ProblemFound tooLarge(long limit) {
        return new ProblemFound(
                problem(
                        413,
                        "attachment-too-large",
                        "The attachment is too large",
                        "附件过大",
                        "an attachment has at most %d bytes".formatted(limit),
                        "file"));
    }

    static ProblemFound empty() {
        return new ProblemFound(
                problem(
                        422,
                        "attachment-empty",
                        "The attachment is empty",
                        "附件为空",
                        "the file has no bytes",
                        "file"));
    }

    static ProblemFound notTaken(Finding finding) {
        return new ProblemFound(
                problem(
                        415,
                        "attachment-type",
                        "Attachments of this kind are not taken",
                        "不接受此类附件：实际内容为%s；可接受 %s"
                                .formatted(finding.chinese(), EvidenceType.list("、")),
                        "found %s; taken are %s (text in UTF-8), by their content"
                                .formatted(finding.english(), EvidenceType.list(", ")),
                        "file"));
    }

    static ProblemFound notMultipart() {
        return new ProblemFound(
                problem(
                        415,
                        "unsupported-media-type",
                        "The body is of another kind",
                        "请求体类型不支持",
                        PARTS,
                        null));
    }

    static ProblemFound noFile() {
        return new ProblemFound(
                problem(
                        400,
                        "missing-value",
                        "A value is missing",
                        "缺少参数",
                        "the part file is missing; " + PARTS,
                        "file"));
    }

    static Problem brokenParts() {
        return problem(
                400,
                "broken-multipart",
                "The parts of the body cannot be read",
                "无法读取请求体的各部分",
                PARTS,
                null);
    }

    private static Problem problem(
            int status,
            String kind,
            String title,
            String titleZh,
            String detail,
            @Nullable String field) {
        return new Problem(
                "urn:chengnuo:problem:" + kind, title, titleZh, status, detail, null, field, null);
    }
}
