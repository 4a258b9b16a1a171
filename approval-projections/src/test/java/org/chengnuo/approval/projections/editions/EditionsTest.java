package org.chengnuo.approval.projections.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.chengnuo.approval.calendar.Notice;
import org.chengnuo.approval.calendar.OfficeHours;
import org.chengnuo.approval.calendar.editions.CalendarEvent.CalendarFounded;
import org.chengnuo.approval.calendar.editions.CalendarEvent.NoticePublished;
import org.chengnuo.approval.policy.PolicyEvent.PolicyDrafted;
import org.chengnuo.approval.policy.PolicyEvent.PolicyPublished;
import org.chengnuo.approval.policy.PolicyEvent.PolicySuperseded;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.policy.Validity;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

class EditionsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T16:00:00Z");
    private static final ZoneCode ZONE = new ZoneCode("LF-01");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
    private static final Notice NOTICE =
            new Notice(
                    2027,
                    "国办发明电〔2026〕9号",
                    NOW.plusSeconds(120),
                    List.of(new Notice.Day(DAY, Notice.Rule.OFF, "元旦")));

    private final TestJournal journal = new TestJournal();
    private final Editions editions = new Editions(journal.database());

    private String inForce(Instant moment) {
        return editions.policies().inForce(moment, ZONE, ProjectType.RECORD_FILED).name();
    }

    @Test
    void areThoseThatComeWithTheProgramUntilSomethingIsPublished() {
        assertThat(inForce(NEW_YEAR)).isEqualTo("2021");
        assertThat(editions.calendars()).containsExactly("cn", "mon-fri-7-17-amsterdam");
        assertThat(editions.version("policy")).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> editions.calendar("moon"))
                .withMessageContaining("«moon», only cn, ");
    }

    @Test
    void areThoseThatHaveBeenPublishedAsSoonAsItIsSaid() {
        assertThat(inForce(NEW_YEAR)).isEqualTo("2021");

        journal.appendRules(
                new PolicyDrafted("2027", NOW, ShippedPolicies.named("2021").content()),
                new PolicyPublished("2027", NOW, Validity.from(NEW_YEAR), "2021"),
                new PolicySuperseded("2021", NOW, NEW_YEAR, "取代"));
        editions.haveChanged();

        assertThat(inForce(NEW_YEAR)).isEqualTo("2027");
        assertThat(inForce(NEW_YEAR.minusNanos(1))).isEqualTo("2021");
        assertThat(editions.version("policy")).isEqualTo(2);
    }

    /** A connection that is slow to come when it is told to be. */
    private static final class Slow extends DelegatingDataSource {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch given = new CountDownLatch(1);
        private volatile boolean slow;

        Slow(DataSource journal) {
            super(journal);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            if (slow) {
                slow = false;
                asked.countDown();
                try {
                    given.await();
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
            }
            return connection;
        }
    }

    @Test
    void areToldToWhoPublishedThemThoughSomebodyIsReadingWhatWasBefore() throws Exception {
        var slow = new Slow(journal.database());
        var shared = new Editions(slow);
        assertThat(shared.version("policy")).isNull();
        slow.slow = true;
        shared.haveChanged();
        Thread other = Thread.ofPlatform().start(shared::policies);
        slow.asked.await();

        journal.appendRules(
                new PolicyDrafted("2027", NOW, ShippedPolicies.named("2021").content()));
        shared.haveChanged();
        // Whoever asks now waits for the other one.
        var version = new CompletableFuture<@Nullable Long>();
        Thread publisher =
                Thread.ofPlatform().start(() -> version.complete(shared.version("policy")));
        while (publisher.isAlive() && publisher.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        slow.given.countDown();

        assertThat(version.get()).isZero();
        other.join();
    }

    @Test
    void areToldToWhoPublishedThemThoughSomebodyHasBegunToReadThem() throws Exception {
        var slow = new Slow(journal.database());
        var shared = new Editions(slow);
        assertThat(shared.version("policy")).isNull();
        journal.appendRules(
                new PolicyDrafted("2027", NOW, ShippedPolicies.named("2021").content()));
        shared.haveChanged();
        slow.slow = true;
        Thread other = Thread.ofPlatform().start(shared::policies);
        slow.asked.await();

        var version = new CompletableFuture<@Nullable Long>();
        Thread publisher =
                Thread.ofPlatform().start(() -> version.complete(shared.version("policy")));
        while (publisher.isAlive() && publisher.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        slow.given.countDown();

        assertThat(version.get()).isZero();
        other.join();
    }

    @Test
    void areKnownSoonWhereNothingWasSaid() throws InterruptedException {
        assertThat(editions.calendar("cn").knownAt(NOW).isWorkingDay(DAY)).isTrue();

        journal.appendRules(new NoticePublished("cn", NOW, NOTICE));

        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (editions.calendar("cn").isWorkingDay(DAY) && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
        }
        assertThat(editions.calendar("cn").knownAt(NOTICE.knownFrom()).isWorkingDay(DAY)).isFalse();
        assertThat(editions.calendar("cn").knownAt(NOW).isWorkingDay(DAY)).isTrue();
    }

    @Test
    void haveTheCalendarsThatWereFounded() {
        journal.appendRules(
                new CalendarFounded(
                        "linfen",
                        NOW,
                        ZoneId.of("Asia/Shanghai"),
                        List.of(new OfficeHours(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                        null,
                        List.of(NOTICE)));

        assertThat(editions.calendars()).containsExactly("cn", "mon-fri-7-17-amsterdam", "linfen");
        assertThat(editions.calendar("linfen").isWorkingDay(DAY)).isFalse();
        assertThat(editions.calendarEditions("linfen").notices()).containsExactly(NOTICE);
    }

    @Test
    void areNoBusinessOfTheReadModels() {
        journal.appendRules(new NoticePublished("cn", NOW, NOTICE));
        var feed = new JournalFeed(journal.database());

        assertThat(feed.after(Position.START, 10)).isEmpty();
        assertThat(feed.end()).isEqualTo(Position.START);
        assertThat(feed.lag(Position.START).events()).isZero();
    }
}
