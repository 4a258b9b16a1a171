package org.chengnuo.approval.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What-if, survival, control charts and ageing as they are asked over HTTP. */
@OfficeTest
class SuppositionsTest {

    @LocalServerPort private int port;

    private Answer get(String address) {
        return new Caller(port, null).get("/api/v1/statistics/" + address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what-if?promised=15%20WD&grounds=expert-review&groupBy=zone,month",
                "what-if?calendar=cn&calendarKnownAt=2019-03-01T00:00:00Z&judgedBy=statutory",
                "what-if/filings?grounds=none&flip=to-late&basis=attested",
                "what-if/filings?deemedAcceptance=true&withoutExtension=true&key=LF-01&groupBy=zone",
                "survival?measure=waiting&clock=working&points=50",
                "survival?cohort=accepted&groupBy=month&from=2018-01-01&to=2018-07-01",
                "ecdf?groupBy=zone",
                "control-chart?groupBy=quarter&baselineFrom=2018-01-01&baselineTo=2018-12-31",
                "ageing?groupBy=center&overdue=true&share=past&age=longer"
            })
    void isAnswered(String address) {
        Answer answer = get(address);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what-if|nothing is supposed",
                "what-if?promised=15|promised is a number and ND, WD, NH or WH, as in 15 WD",
                "what-if?calendar=mars|there is no calendar «mars»",
                "what-if?grounds=survey|grounds is one of hearing, tender",
                "what-if?calendarKnownAt=monday|calendarKnownAt is a moment",
                "what-if/filings?grounds=none&flip=over|flip is one of to-late, to-on-time",
                "survival?from=2018-01-01|cohort=received or cohort=accepted",
                "control-chart?groupBy=zone|groupBy=month or groupBy=quarter",
                "control-chart?baselineFrom=2019-01-01&baselineTo=2018-01-01|the baseline ends",
                "ageing?from=2018-01-01|by asOf",
                "ageing?age=old|age is one of up-to-5"
            })
    void isToldWhatWouldBeRight(String address, String detail) {
        Answer answer = get(address);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("type")).isEqualTo("urn:chengnuo:problem:bad-value");
        assertThat(answer.text("detail")).contains(detail);
    }

    @Test
    void isDescribed() {
        assertThat(new Caller(port, null).get("/v3/api-docs").http().body())
                .contains(
                        "/api/v1/statistics/what-if/filings",
                        "/api/v1/statistics/control-chart",
                        "deemedAcceptance");
    }
}
