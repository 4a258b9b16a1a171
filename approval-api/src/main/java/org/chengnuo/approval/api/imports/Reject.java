package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.filing.LegalAct;

import java.time.Instant;

/** A row of a log whose legal act was not in turn; as a work step it was recorded all the same. */
record Reject(
        long line,
        String caseId,
        String activity,
        Instant occurredAt,
        LegalAct act,
        Reason reason,
        String detail) {}
