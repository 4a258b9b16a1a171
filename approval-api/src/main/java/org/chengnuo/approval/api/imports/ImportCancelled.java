package org.chengnuo.approval.api.imports;

/** Somebody asked that the import stop; nothing of it is to be seen. */
final class ImportCancelled extends RuntimeException {

    ImportCancelled() {
        super("The import was cancelled");
    }
}
