package org.chengnuo.approval.api.imports;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * A file or a mapping that is not imported, not even in part: the reason, the line, what was wrong
 * and what would be right, in English and in Chinese. What it quotes of the input is short.
 */
final class ImportRefused extends RuntimeException {

    private static final int QUOTED = 160;

    private final Reason reason;
    private final @Nullable Long line;
    private final transient Object[] details;

    private ImportRefused(
            Reason reason, @Nullable Long line, @Nullable Throwable cause, Object... details) {
        super(null, cause);
        this.reason = reason;
        this.line = line;
        this.details = Arrays.stream(details).map(ImportRefused::quotable).toArray();
    }

    /** Something is wrong at a line of the uncompressed file (or of the mapping), from 1. */
    static ImportRefused at(long line, Reason reason, Object... details) {
        return new ImportRefused(reason, line, null, details);
    }

    /** Something is wrong with the whole. */
    static ImportRefused because(Reason reason, Object... details) {
        return new ImportRefused(reason, null, null, details);
    }

    /** The refusal that a library wrapped into an exception of its own, or null. */
    static @Nullable ImportRefused within(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ImportRefused refused) {
                return refused;
            }
        }
        return null;
    }

    Reason reason() {
        return reason;
    }

    OptionalLong line() {
        return line == null ? OptionalLong.empty() : OptionalLong.of(line);
    }

    @Override
    public String getMessage() {
        return inEnglish();
    }

    String inEnglish() {
        return (line == null ? "" : "Line " + line + ": ") + reason.english.formatted(details);
    }

    String inChinese() {
        return (line == null ? "" : "第 " + line + " 行：") + reason.chinese.formatted(details);
    }

    private static Object quotable(Object detail) {
        return switch (detail) {
            case Number number -> number;
            case List<?> list -> {
                String all =
                        String.join(", ", list.stream().limit(30).map(String::valueOf).toList());
                yield shortened(all, 2 * QUOTED);
            }
            default -> shortened(String.valueOf(detail), QUOTED);
        };
    }

    private static String shortened(String text, int length) {
        String start = text.length() > length ? text.substring(0, length) + "…" : text;
        return start.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** Closed: the API turns each into a problem type, the page into a sentence. */
    enum Reason {
        EMPTY(
                "The file holds no event. A log has at least one case with one event.",
                "文件中没有任何事件。日志至少应包含一个案件和一个事件。"),
        UNKNOWN_FORMAT(
                "The file is %s. An import takes XES, XES compressed with gzip, or CSV in UTF-8.",
                "文件是%s。导入只接受 XES、gzip 压缩的 XES 或 UTF-8 编码的 CSV。"),
        BROKEN_GZIP(
                "The gzip compression is damaged (%s). Upload the whole file again.",
                "gzip 压缩数据已损坏（%s）。请重新上传完整文件。"),
        BROKEN_XML(
                "The XML is not well formed (%s). Upload a whole XES file according to IEEE 1849.",
                "XML 格式不正确（%s）。请上传符合 IEEE 1849 的完整 XES 文件。"),
        DTD_FORBIDDEN(
                "The XML has a document type declaration (DTD). XES needs none: remove it.",
                "XML 含有文档类型声明（DTD）。XES 不需要它，请删除。"),
        NOT_XES(
                "The root element is «%s». A XES file begins with «log».",
                "根元素是“%s”。XES 文件的根元素应为“log”。"),
        BROKEN_CSV(
                "The CSV cannot be read (%s). Quote fields that hold separators or quotes, and give"
                        + " each line as many fields as the header.",
                "CSV 无法读取（%s）。含分隔符或引号的字段须加引号，且每行字段数须与表头一致。"),
        BAD_ENCODING(
                "The text is not UTF-8. Save the file as UTF-8.", "文本不是 UTF-8 编码。请将文件另存为 UTF-8。"),
        MISSING_COLUMN(
                "The column «%s» of the mapping is not in the header. The header has: %s.",
                "映射中的列“%s”不在表头中。表头的列：%s。"),
        MISSING_CASE_ID(
                "The case has no «%s». Every case needs an identity, given before its first event.",
                "案件没有“%s”。每个案件须有编号，且须在其首个事件之前给出。"),
        EVENT_OUTSIDE_CASE(
                "An event stands outside a trace. Every event belongs to a case.",
                "有事件不在任何 trace 之内。每个事件都必须属于一个案件。"),
        MISSING_ACTIVITY(
                "The event has no «%s». Every event says what was done.", "事件没有“%s”。每个事件须说明所做的事。"),
        MISSING_TIMESTAMP(
                "The event has no «%s». Every event says when it happened.",
                "事件没有“%s”。每个事件须有发生时间。"),
        BAD_TIMESTAMP("The time «%s» cannot be read. Expected: %s.", "时间“%s”无法识别。应为：%s。"),
        NO_SUCH_LOCAL_TIME(
                "The time «%s» did not exist in %s: the clocks were put forward then. Give the"
                        + " offset with the time, or the right timeZone in the mapping.",
                "时间“%s”在 %s 并不存在：当时时钟拨快。请随时间给出时差，或在映射中更正 timeZone。"),
        MISSING_ITEM(
                "The case has no «%s», from which the mapping takes the item's code.",
                "案件没有“%s”，而映射要从中取事项编码。"),
        BAD_ITEM(
                "«%s» cannot be the code of an item: it has 1 to 64 characters and no colon.",
                "“%s”不能作为事项编码：应为 1 至 64 个字符，且不含冒号。"),
        MISSING_CALENDAR(
                "The case has no «%s», from which the mapping takes the calendar.",
                "案件没有“%s”，而映射要从中取日历。"),
        BAD_DETAIL("«%s» is given as «%s». Expected: %s.", "“%s”的值“%s”无法识别。应为：%s。"),
        FIELD_TOO_LONG(
                "The value of «%s» has %s characters; at most %s are kept.",
                "“%s”的值有 %s 个字符，最多允许 %s 个。"),
        TOO_LARGE("The log is larger than %s bytes. Split it by cases.", "日志超过 %s 字节。请按案件拆分。"),
        TOO_MANY_EVENTS_IN_CASE(
                "The case «%s» has %s events; at most %s are taken. Is «%s» really the case?",
                "案件“%s”有 %s 个事件，最多允许 %s 个。“%s”确实是案件编号吗？"),
        ZIP_BOMB(
                "This looks like a zip bomb: %s bytes came out of %s compressed bytes, more than %s"
                        + " to 1.",
                "疑似压缩炸弹：%2$s 字节的压缩数据已解出 %1$s 字节，超过 %3$s 比 1。"),
        UNKNOWN_MAPPING(
                "There is no mapping «%s». Shipped are: %s; or give a mapping as YAML.",
                "没有名为“%s”的映射。内置映射：%s；也可以直接给出 YAML 映射。"),
        WRONG_MAPPING("The mapping is wrong at «%s»: %s. Expected: %s.", "映射在“%s”处有误：%s。应为：%s。"),
        UNKNOWN_ACT(
                "The mapping gives the activity «%s» the legal act «%s». Known are: %s.",
                "映射将活动“%s”对应到法定行为“%s”。可用的行为：%s。"),
        UNKNOWN_CALENDAR(
                "The mapping names the calendar «%s». Known are: %s.", "映射引用的日历“%s”不存在。可用的日历：%s。"),
        UNKNOWN_TIME_ZONE(
                "The mapping names the time zone «%s». Expected: an IANA name, such as"
                        + " Asia/Shanghai.",
                "映射引用的时区“%s”不存在。应为 IANA 名称，例如 Asia/Shanghai。"),
        NOTHING_MAPPED(
                "None of the mapping's activities is in the file. The mapping has: %s. The file"
                        + " begins with: %s.",
                "映射中的活动在文件中一个也没有。映射的活动：%s。文件开头的活动：%s。"),
        MISSING_ZONE(
                "The mapping «%s» leaves the zone to the import. Give the parameter zone.",
                "映射“%s”要求在导入时指定开发区。请给出参数 zone。"),
        ZONE_CONTRADICTS(
                "The mapping says zone «%s», the import says «%s». Give one of them.",
                "映射指定的开发区是“%s”，导入指定的是“%s”。请只给出一个。"),
        BAD_ZONE(
                "«%s» is no zone: a zone has 1 to 64 letters, digits, dots, hyphens and"
                        + " underlines.",
                "“%s”不是有效的开发区代码：应为 1 至 64 个字母、数字、点、连字符或下划线。");

        private final String english;
        private final String chinese;

        Reason(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }
}
