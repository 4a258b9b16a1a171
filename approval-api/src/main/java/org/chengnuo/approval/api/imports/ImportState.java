package org.chengnuo.approval.api.imports;

/** How far an import is. */
enum ImportState {
    /** Waits its turn. */
    RECEIVED,
    /** The whole file is being read and checked; nothing of it is to be seen. */
    READING,
    /** The cases go into the journal, one after the other. */
    RECORDING,
    DONE,
    /** The file or the mapping is wrong; nothing was recorded. */
    REFUSED,
    /** What was recorded until then stays. */
    CANCELLED,
    /** A fault of the program or the machine; what was recorded until then stays. */
    FAILED;

    boolean isUnderWay() {
        return this == RECEIVED || this == READING || this == RECORDING;
    }
}
