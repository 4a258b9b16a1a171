package org.chengnuo.approval.api.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param simulate whether the profile {@code demo} files its three years into an empty journal
 * @param seed the same seed gives the same acts; the default is the day on which the reform's
 *     guideline was dated
 * @param projects how many there are
 */
@ConfigurationProperties("chengnuo.demo")
record DemoSettings(
        @DefaultValue("true") boolean simulate,
        @DefaultValue("20170625") long seed,
        @DefaultValue("160") int projects) {}
