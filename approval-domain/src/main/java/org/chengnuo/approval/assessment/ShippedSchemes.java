package org.chengnuo.approval.assessment;

import org.chengnuo.approval.assessment.Scoring.Bands;
import org.chengnuo.approval.assessment.Scoring.Bands.Band;
import org.chengnuo.approval.assessment.Scoring.Deduction;
import org.chengnuo.approval.assessment.Scoring.Method;
import org.chengnuo.approval.assessment.Scoring.Rank;
import org.chengnuo.approval.assessment.Scoring.Ratio;
import org.chengnuo.approval.assessment.Scoring.Veto;
import org.chengnuo.approval.policy.Standard.Direction;
import org.chengnuo.approval.project.ZoneCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The example that comes with the program, as data beside this class. */
final class ShippedSchemes {

    private ShippedSchemes() {}

    static Map<SchemeCode, AssessmentScheme> byCode() {
        AssessmentScheme scheme = read("linfen-zones.csv");
        return Map.of(scheme.code(), scheme);
    }

    private static AssessmentScheme read(String file) {
        var head = new HashMap<String, String>();
        var contents = new ArrayList<AssessedContent>();
        for (String line : lines(file)) {
            if (line.startsWith("#!")) {
                String[] pair = line.substring(2).split(":", 2);
                head.put(pair[0].strip(), pair[1].strip());
            } else if (!line.startsWith("#") && !line.startsWith("code,")) {
                contents.add(content(line.split(",", -1)));
            }
        }
        return new AssessmentScheme(
                SchemeCode.of(value(head, "scheme")),
                new SchemeContent(
                        value(head, "english"),
                        value(head, "chinese"),
                        LocalDate.parse(value(head, "from")),
                        LocalDate.parse(value(head, "to")),
                        Arrays.stream(value(head, "zones").split(" ")).map(ZoneCode::new).toList(),
                        contents));
    }

    private static String value(Map<String, String> head, String key) {
        return Objects.requireNonNull(head.get(key), key);
    }

    private static AssessedContent content(String[] cells) {
        return new AssessedContent(
                cells[0],
                cells[4],
                cells[5],
                cells[1],
                new BigDecimal(cells[2]),
                Scoring.by(method(cells[3].split(" "))));
    }

    private static Method method(String[] words) {
        return switch (words[0]) {
            case "ratio" ->
                    new Ratio(
                            Direction.valueOf(words[1]),
                            new BigDecimal(words[2]),
                            new BigDecimal(words[3]));
            case "rank" -> new Rank(Direction.valueOf(words[1]));
            case "bands" ->
                    new Bands(
                            Direction.valueOf(words[1]),
                            Arrays.stream(words).skip(2).map(ShippedSchemes::band).toList());
            case "deduction" -> new Deduction(new BigDecimal(words[1]), new BigDecimal(words[2]));
            case "veto" -> new Veto(Direction.valueOf(words[1]), new BigDecimal(words[2]));
            default -> throw new IllegalStateException("no method of scoring: " + words[0]);
        };
    }

    private static Band band(String text) {
        String[] pair = text.split("=");
        return new Band(new BigDecimal(pair[0]), new BigDecimal(pair[1]));
    }

    private static List<String> lines(String file) {
        var in = Objects.requireNonNull(ShippedSchemes.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.readAllLines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
