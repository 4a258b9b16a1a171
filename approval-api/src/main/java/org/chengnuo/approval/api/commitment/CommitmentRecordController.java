package org.chengnuo.approval.api.commitment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.api.letter.LetterPdf;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.projections.problem.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** What is on record of a commitment, read from the journal. */
@RestController
@RequestMapping("/api/v1/commitments/{id}")
@Tag(name = "Commitments 承诺")
class CommitmentRecordController {

    private final Journal journal;
    private final Circumstances circumstances;
    private final CommitmentLetters letters;
    private final PublicAddress address;

    CommitmentRecordController(
            Journal journal,
            Circumstances circumstances,
            CommitmentLetters letters,
            PublicAddress address) {
        this.journal = journal;
        this.circumstances = circumstances;
        this.letters = letters;
        this.address = address;
    }

    @Operation(
            summary =
                    "A commitment: its standard, its letter, what was promised and what became of"
                            + " it 承诺全貌")
    @GetMapping
    ResponseEntity<CommitmentView> commitment(@PathVariable CommitmentId id) {
        CommitmentView view = view(id);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    @Operation(summary = "An objection to a commitment, by its number 异议")
    @GetMapping("/objections/{objection}")
    CommitmentView.Objection objection(@PathVariable CommitmentId id, @PathVariable int objection) {
        List<CommitmentView.Objection> all = view(id).objections();
        if (objection < 1 || objection > all.size()) {
            throw new NotFound("objection %d to commitment %s".formatted(objection, id));
        }
        return all.get(objection - 1);
    }

    @Operation(
            summary = "The letter as PDF, with a code by which anybody can check it 承诺书",
            description = "The code leads to the page /letters/{id} under chengnuo.public-address.")
    @GetMapping(value = "/letter.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable CommitmentId id) {
        byte[] pdf =
                LetterPdf.of(
                        letters.recorded(id, address.root())
                                .orElseThrow(() -> new NotFound("a letter of commitment " + id))
                                .document());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(id + ".pdf").build().toString())
                .body(pdf);
    }

    private CommitmentView view(CommitmentId id) {
        return CommitmentView.of(id, journal.story(id.project()), circumstances);
    }
}
