package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.commitment.CommitmentLetters;
import org.chengnuo.approval.api.letter.LetterVerification;
import org.chengnuo.approval.commitment.CommitmentId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the code on a commitment letter leads: whether it is the one on record. */
@Controller
class LetterPage {

    private final CommitmentLetters letters;

    LetterPage(CommitmentLetters letters) {
        this.letters = letters;
    }

    @GetMapping("/letters/{id}")
    String letter(
            @PathVariable CommitmentId id,
            @RequestParam(required = false) @Nullable String hash,
            Model model) {
        model.addAttribute(
                "verification",
                letters.recorded(id, "")
                        .map(
                                letter ->
                                        LetterVerification.of(
                                                letter.document(),
                                                letter.inForce(),
                                                letter.since(),
                                                hash))
                        .orElseGet(LetterVerification::unknown));
        return "letter";
    }
}
