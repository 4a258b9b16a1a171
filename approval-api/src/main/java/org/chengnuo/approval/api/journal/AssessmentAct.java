package org.chengnuo.approval.api.journal;

import org.chengnuo.approval.assessment.AssessmentCommand;

/** A command on its way to the assessments. */
record AssessmentAct(AssessmentCommand command) implements Act {}
