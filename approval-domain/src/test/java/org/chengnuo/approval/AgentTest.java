package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.ProjectActs.AGENT;
import static org.chengnuo.approval.ProjectActs.endOfEntrustment;
import static org.chengnuo.approval.ProjectActs.entrustment;
import static org.chengnuo.approval.ProjectActs.start;
import static org.chengnuo.approval.ProjectActs.withdrawalOfTheProject;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.receipt;
import static org.chengnuo.approval.Story.registered;
import static org.chengnuo.approval.Story.registration;

import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.project.AgentScope;
import org.chengnuo.approval.project.ProjectCommand;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An agent 代办员 acts for the enterprise: only by a written entrustment, in its scope and time. */
class AgentTest {

    private final Story story = registered("2018-09-03T09:00");

    @Test
    void nobodyRegistersAProjectForAnEnterprise() {
        assertThat(Story.nothing().actingAs(AGENT).reason(registration("2018-09-03T09:00")))
                .isEqualTo(Reason.NOT_FOR_AN_AGENT);
    }

    @Nested
    class WithoutAnEntrustment {

        @Test
        void nothingIsDone() {
            story.actingAs(AGENT);

            assertThat(story.reason(receipt(PLANNING_PERMIT, "2018-09-05T10:00")))
                    .isEqualTo(Reason.AGENT_NOT_ENTRUSTED);
            assertThat(story.reason(entrust())).isEqualTo(Reason.NOT_FOR_AN_AGENT);
        }
    }

    @Nested
    class EntrustedWithFilings {

        private final Story entrusted = story.then(entrust()).actingAs(AGENT);

        @Test
        void theAgentFiles() {
            entrusted.then(receipt(PLANNING_PERMIT, "2018-09-05T10:00"));

            assertThat(entrusted.last()).isInstanceOf(FilingReceived.class);
        }

        @Test
        void butReportsNothing() {
            assertThat(entrusted.reason(start("2018-09-05T10:00")))
                    .isEqualTo(Reason.AGENT_NOT_ENTRUSTED);
        }

        @Test
        void andWithdrawsNoProject() {
            assertThat(entrusted.reason(withdrawalOfTheProject("2018-09-05T10:00")))
                    .isEqualTo(Reason.NOT_FOR_AN_AGENT);
        }

        @Test
        void nobodyElseDoes() {
            assertThat(
                            entrusted
                                    .actingAs("agent-li")
                                    .reason(receipt(PLANNING_PERMIT, "2018-09-05T10:00")))
                    .isEqualTo(Reason.AGENT_NOT_ENTRUSTED);
        }

        @Test
        void notBeforeAndNotAfterItsTime() {
            assertThat(
                            entrusted.refusal(
                                    receipt(PLANNING_PERMIT, "2018-09-04T09:59"),
                                    at("2018-09-05T10:00")))
                    .extracting(Refusal::reason)
                    .isEqualTo(Reason.AGENT_NOT_ENTRUSTED);
            assertThat(entrusted.reason(receipt(PLANNING_PERMIT, "2018-10-04T10:00")))
                    .isEqualTo(Reason.AGENT_NOT_ENTRUSTED);
            // Nor is entered afterwards what happened in time.
            assertThat(
                            entrusted.refusal(
                                    receipt(PLANNING_PERMIT, "2018-09-05T10:00"),
                                    at("2018-10-04T10:00")))
                    .extracting(Refusal::reason)
                    .isEqualTo(Reason.AGENT_NOT_ENTRUSTED);
        }

        @Test
        void notAfterTheEnterpriseHasEndedIt() {
            entrusted.actingAs(null).then(endOfEntrustment(1, "2018-09-10T10:00")).actingAs(AGENT);

            assertThat(entrusted.reason(receipt(PLANNING_PERMIT, "2018-09-10T10:00")))
                    .isEqualTo(Reason.AGENT_NOT_ENTRUSTED);
        }

        @Test
        void severalEntrustmentsStandSideBySide() {
            entrusted
                    .actingAs(null)
                    .then(entrustment("2018-09-05T10:00", "2018-12-01T00:00", AgentScope.REPORTS))
                    .actingAs(AGENT)
                    .then(receipt(PLANNING_PERMIT, "2018-09-05T10:00"))
                    .then(start("2018-09-05T11:00"));

            assertThat(entrusted.events()).hasSizeGreaterThan(4);
        }
    }

    private static ProjectCommand entrust() {
        return entrustment("2018-09-04T10:00", "2018-10-04T10:00", AgentScope.FILINGS);
    }
}
