package org.chengnuo.approval.api.journal;

import org.chengnuo.approval.project.ProjectCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to its project: the one message that Axon handles, for it finds no handler
 * on a sealed type.
 *
 * @param agent who acts for the enterprise; null where nobody acts for another
 */
record ProjectAct(ProjectCommand command, @Nullable String agent) implements Act {}
