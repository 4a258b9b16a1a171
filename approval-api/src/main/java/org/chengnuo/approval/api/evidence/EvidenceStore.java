package org.chengnuo.approval.api.evidence;

import org.chengnuo.approval.projections.problem.ProblemFound;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps attachments under their hash. A content is kept once, however often it is sent, and never
 * changed or removed: an act that names it rests on it.
 */
public interface EvidenceStore {

    /**
     * @throws ProblemFound if the storage does not answer
     */
    boolean holds(EvidenceHash hash);

    /**
     * For an act that names an attachment.
     *
     * @param field of the request that names it
     * @throws ProblemFound (422) if it is not here, or (503) if the storage does not answer
     */
    default void require(String field, EvidenceHash hash) {
        if (!holds(hash)) {
            throw EvidenceProblems.missing(field, hash);
        }
    }

    /**
     * Keeps a file; nobody sees it before its last byte is safe. What is kept already under this
     * hash is replaced by the same content, which mends it if it was damaged.
     *
     * @param file with this hash, in the folder of incoming files; may be gone afterwards
     * @return whether it was not held before
     * @throws ProblemFound if the storage does not answer
     */
    boolean keep(EvidenceHash hash, Path file);

    /**
     * Reads all of it and checks it before the first byte is given out.
     *
     * @throws ProblemFound if what is kept has another hash by now, or the storage does not answer
     */
    Optional<Evidence> read(EvidenceHash hash);
}
