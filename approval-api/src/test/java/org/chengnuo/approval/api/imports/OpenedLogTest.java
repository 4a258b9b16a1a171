package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.api.imports.Sample.refusal;
import static org.chengnuo.approval.api.imports.Sample.rows;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

class OpenedLogTest {

    private static final String LOG =
            Sample.log(Sample.trace("7", Sample.event("in", "2014-04-11T10:00:00Z")));

    @Test
    void a_zip_bomb_is_refused_with_the_numbers() {
        byte[] bomb = Sample.gzip(Sample.utf8("<log>" + " ".repeat(30 << 20) + "</log>"));

        ImportRefused refused = refusal(() -> rows(bomb, Sample.xes()));

        assertThat(bomb).hasSizeLessThan(50_000);
        assertThat(refused.reason()).isEqualTo(Reason.ZIP_BOMB);
        assertThat(refused.inEnglish()).contains("This looks like a zip bomb", "200 to 1");
        assertThat(refused.inChinese()).contains("疑似压缩炸弹");
    }

    @Test
    void a_log_larger_than_the_limit_is_refused_compressed_or_not() {
        ImportLimits small = ImportLimits.standard().withUncompressedBytes(100);
        byte[] plain = Sample.utf8(LOG);

        assertThat(refusal(() -> rows(plain, Sample.xes(), small)).reason())
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(() -> rows(Sample.gzip(plain), Sample.xes(), small)).reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_compressed_file_cut_short_or_damaged_is_refused() {
        byte[] whole = Sample.gzip(Sample.utf8(LOG));
        byte[] cut = Arrays.copyOf(whole, whole.length - 20);
        byte[] damaged = whole.clone();
        damaged[whole.length - 6] ^= 0x55;

        assertThat(refusal(() -> rows(cut, Sample.xes())).reason()).isEqualTo(Reason.BROKEN_GZIP);
        assertThat(refusal(() -> rows(damaged, Sample.xes())).reason())
                .isEqualTo(Reason.BROKEN_GZIP);
        assertThat(refusal(() -> rows(new byte[] {0x1F, (byte) 0x8B}, Sample.xes())).reason())
                .isEqualTo(Reason.BROKEN_GZIP);
    }

    @Test
    void what_is_neither_XES_nor_CSV_is_refused() {
        byte[] twice = Sample.gzip(Sample.gzip(Sample.utf8(LOG)));

        assertThat(refusal(() -> rows(new byte[0], Sample.xes())).reason()).isEqualTo(Reason.EMPTY);
        assertThat(refusal(() -> rows(Sample.gzip(new byte[0]), Sample.xes())).reason())
                .isEqualTo(Reason.EMPTY);
        assertThat(refusal(() -> rows(twice, Sample.xes())).inEnglish())
                .contains("compressed twice");
        assertThat(refusal("PK\u0003\u0004", Sample.xes()).inEnglish()).contains("a ZIP archive");
        assertThat(refusal("\u0001\u0000binary", Sample.xes()).reason())
                .isEqualTo(Reason.UNKNOWN_FORMAT);
    }
}
