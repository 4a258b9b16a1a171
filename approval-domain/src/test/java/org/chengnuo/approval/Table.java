package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of stages and acts, as text: a line that is not indented names one or more stages, each
 * line below it an answer and the acts that are so answered.
 */
public final class Table {

    private Table() {}

    /** The answers by «stage × act»; no cell may stand in the table twice. */
    public static Map<String, String> answers(String table) {
        var answers = new LinkedHashMap<String, String>();
        List<String> stages = List.of();
        for (String line : table.lines().filter(text -> !text.isBlank()).toList()) {
            if (!line.startsWith(" ")) {
                stages = Arrays.asList(line.split(", "));
            } else {
                var words = new ArrayList<>(Arrays.asList(line.strip().split(" +")));
                String answer = words.removeFirst();
                for (String stage : stages) {
                    for (String act : words) {
                        assertThat(answers.put(stage + " × " + act, answer))
                                .as("%s × %s stands in the table twice", stage, act)
                                .isNull();
                    }
                }
            }
        }
        return answers;
    }
}
