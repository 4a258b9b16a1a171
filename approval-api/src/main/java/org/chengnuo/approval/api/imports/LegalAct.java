package org.chengnuo.approval.api.imports;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an activity of a log can be in law. A special procedure is not among them: it needs a ground
 * and a notice (Administrative Licensing Law, Art. 45), which no log column gives.
 */
enum LegalAct {
    RECEIVED("received"),
    CORRECTION_REQUESTED("correction-requested"),
    CORRECTION_ANSWERED("correction-answered"),
    ACCEPTED("accepted"),
    ACCEPTANCE_REFUSED("acceptance-refused"),
    /** A decision of which the log does not say how it went. */
    DECIDED("decided"),
    DECIDED_GRANTED("decided-granted"),
    DECIDED_REFUSED("decided-refused"),
    DELIVERED("delivered"),
    WITHDRAWN("withdrawn");

    private final String word;

    LegalAct(String word) {
        this.word = word;
    }

    /** The word for it in a mapping. */
    String word() {
        return word;
    }

    static Optional<LegalAct> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(LegalAct::word).collect(Collectors.joining(", "));
    }
}
