package org.chengnuo.approval.api.journal;

import org.chengnuo.approval.policy.PolicyCommand;

/** A command on its way to the policy editions. */
record PolicyAct(PolicyCommand command) implements Act {}
