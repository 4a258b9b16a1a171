package org.chengnuo.approval.api.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class LineBreaksTest {

    /** Every character is as wide as any other. */
    private static List<String> lines(String text, int width) {
        return LineBreaks.lines(text, width, piece -> piece.codePointCount(0, piece.length()));
    }

    @Test
    void breaksBetweenAnyTwoCharacters() {
        assertThat(lines("一二三四五六七", 3)).containsExactly("一二三", "四五六", "七");
    }

    @Test
    void noLineBeginsWithAMarkThatCloses() {
        assertThat(lines("一二三，四五（六）七", 3)).containsExactly("一二", "三，四", "五", "（六）", "七");
    }

    @Test
    void noLineEndsWithAMarkThatOpens() {
        assertThat(lines("一二《三四》", 3)).containsExactly("一二", "《三", "四》");
    }

    @Test
    void keepsWordsAndNumbersTogether() {
        assertThat(lines("投资 200.5 万元 by 2027", 6)).containsExactly("投资", "200.5", "万元 by", "2027");
    }

    @Test
    void cutsWhatIsLongerThanALine() {
        assertThat(lines("见 https://example.cn", 8))
                .containsExactly("见", "https://", "example.", "cn");
    }

    @Test
    void anEmptyTextIsAnEmptyLine() {
        assertThat(lines("", 5)).containsExactly("");
    }
}
