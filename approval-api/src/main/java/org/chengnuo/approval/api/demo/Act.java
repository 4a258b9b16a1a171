package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.journal.Envelope;
import org.chengnuo.approval.project.ProjectCommand;

import java.time.Instant;

/**
 * Something that somebody enters.
 *
 * @param number of the act within its project, from 0
 * @param recordedAt when it is entered; when it happened is in the command
 */
record Act(int number, Instant recordedAt, Envelope envelope, ProjectCommand command) {}
