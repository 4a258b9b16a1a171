package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Where logs are handed in. What can be seen to be wrong at once is told at once. */
@Component
class ImportDesk {

    private final Imports imports;
    private final ImportFolder folder;
    private final ShippedMappings mappings;
    private final TransactionTemplate transaction;

    ImportDesk(
            Imports imports,
            ImportFolder folder,
            ShippedMappings mappings,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.folder = folder;
        this.mappings = mappings;
        this.transaction = transaction;
    }

    /**
     * Takes a file in. The same content comes to the same import: one that is done stays as it is,
     * one that was stopped goes on, one that was refused is tried again.
     *
     * @param file read to its end, not closed
     * @param mapping the name of a shipped one, or a document
     * @throws ImportRefused if the mapping or the zone is wrong, or the file empty or too large
     * @throws ImportConflict if the content is there under another mapping or zone
     */
    LogImport handIn(
            InputStream file, String fileName, String mapping, @Nullable String zone, String actor)
            throws IOException {
        ImportMapping under = mappings.find(mapping);
        ZoneCode of = under.zoneOf(zone);
        try (SpooledUpload upload = folder.spool(file)) {
            String name = fileName.length() > 200 ? fileName.substring(0, 200) : fileName;
            return Objects.requireNonNull(
                    transaction.execute(
                            _ -> {
                                try {
                                    return handIn(upload, name, under, of.value(), actor);
                                } catch (IOException failure) {
                                    throw new UncheckedIOException(failure);
                                }
                            }));
        }
    }

    private LogImport handIn(
            SpooledUpload upload, String fileName, ImportMapping mapping, String zone, String actor)
            throws IOException {
        String id = LogImport.idOf(upload.hash());
        if (!imports.add(upload, fileName, mapping, zone, actor)) {
            LogImport there = imports.findToChange(id).orElseThrow();
            if (!there.hash().equals(upload.hash())) {
                throw new IllegalStateException("two contents with one beginning of the hash");
            }
            boolean same = there.isUnder(mapping, zone);
            if (!same && (there.state().isUnderWay() || there.hasRecorded())) {
                throw new ImportConflict(there);
            }
            switch (there.state()) {
                case DONE -> {
                    return there;
                }
                case RECEIVED, READING, RECORDING -> {
                    // Under way; its file may be missing here, if another node took it in.
                }
                case CANCELLED, FAILED -> {
                    if (same) {
                        imports.goOn(id);
                    } else {
                        imports.startOver(upload, fileName, mapping, zone, actor);
                    }
                }
                case REFUSED -> imports.startOver(upload, fileName, mapping, zone, actor);
            }
        }
        // Before the commit: whoever finds the import finds its file.
        upload.keepAt(folder.upload(upload.hash()));
        return imports.find(id).orElseThrow();
    }
}
