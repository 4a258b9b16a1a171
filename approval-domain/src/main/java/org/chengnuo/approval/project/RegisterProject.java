package org.chengnuo.approval.project;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * 立项: the project is registered, and from its date follows the policy edition that it is under.
 *
 * @param code the project code; null until the central platform has minted one
 */
public record RegisterProject(
        ProjectId project,
        Instant occurredAt,
        String name,
        @Nullable ProjectCode code,
        CreditCode enterprise,
        ZoneCode zone,
        RegionCode region,
        IndustryCode industry,
        ProjectType type,
        Money investment)
        implements ProjectCommand {

    /**
     * @throws IllegalArgumentException if the name is blank or longer than 200 characters
     */
    public RegisterProject {
        name = name.strip();
        if (name.isEmpty() || name.length() > 200) {
            throw new IllegalArgumentException(
                    "the name of a project has 1 to 200 characters, not " + name.length());
        }
    }
}
