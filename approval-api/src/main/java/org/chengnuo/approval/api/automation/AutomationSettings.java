package org.chengnuo.approval.api.automation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * @param enabled whether this node lets happen what is due; before an act in a project it happens
 *     all the same
 * @param every how long it waits before it looks again
 */
@ConfigurationProperties("chengnuo.automation")
record AutomationSettings(
        @DefaultValue("true") boolean enabled, @DefaultValue("2s") Duration every) {}
