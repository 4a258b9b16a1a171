package org.chengnuo.approval.api.journal;

import org.chengnuo.approval.project.InvestmentProject.RejectedAct;
import org.chengnuo.approval.project.ProjectEvent;

import java.util.List;

/**
 * What a command has come to.
 *
 * @param version of the project: how many events it has, less one
 * @param rejected of an imported log, the acts that were not in turn
 */
public record Recorded(long version, List<ProjectEvent> events, List<RejectedAct> rejected) {}
