package org.chengnuo.approval.api.imports;

import java.io.Serial;

/** The content is imported already, or is just being, under another mapping or zone. */
final class ImportConflict extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final transient LogImport there;

    ImportConflict(LogImport there) {
        super(inEnglish(there), null, false, false);
        this.there = there;
    }

    String inEnglish() {
        return inEnglish(there);
    }

    String inChinese() {
        return "同一内容已作为导入 %s（状态 %s）按映射“%s”、开发区“%s”导入；历史不可改写。"
                .formatted(there.id(), there.state(), there.mapping().name(), there.zone());
    }

    private static String inEnglish(LogImport there) {
        return "The same content is import %s (%s) under the mapping «%s» (fingerprint %s) and the zone «%s»: what is recorded is not recorded otherwise."
                .formatted(
                        there.id(),
                        there.state(),
                        there.mapping().name(),
                        there.mapping().fingerprint().substring(0, 12),
                        there.zone());
    }
}
