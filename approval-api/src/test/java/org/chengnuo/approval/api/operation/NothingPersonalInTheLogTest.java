package org.chengnuo.approval.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.OfficeTest;
import org.chengnuo.approval.projections.intake.Intake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Whatever people send, and however wrong it is: the log tells nothing of them. */
@OfficeTest
@ExtendWith(OutputCaptureExtension.class)
class NothingPersonalInTheLogTest {

    private static final String NAME = "欧阳诗涵";
    private static final String TELEPHONE = "13912345678";
    private static final String ENTERPRISE = "11320000MB151840XJ";
    private static final String OTHER = "91141000MA0GW8U743";
    private static final String TITLE = "年产三百万只鹦鹉螺项目";

    private static final String PROJECT =
            """
            {"name":"%s，联系人%s %s","enterprise":"%s","zone":"LF-01","region":"141002",
             "industry":"3391","type":"RECORD_FILED","investment":120000000}
            """
                    .formatted(TITLE, NAME, TELEPHONE, ENTERPRISE);

    @LocalServerPort private int port;
    @Autowired private Intake intake;

    private Answer post(String user, String address, String body) {
        return new Caller(port, user).post(address, body);
    }

    @Test
    void whateverIsSent(CapturedOutput output) throws Exception {
        Answer registered = post("enterprise", "/api/v1/projects", PROJECT);
        assertThat(registered.status()).isEqualTo(201);
        String filings = registered.header("Location") + "/filings";
        Answer filed =
                post(
                        "clerk",
                        filings,
                        "{\"item\":\"cn-shanxi:works-planning-permit\",\"receipt\":\"%s %s\"}"
                                .formatted(NAME, TELEPHONE));
        assertThat(filed.status()).isEqualTo(201);

        String projects = "/api/v1/projects";
        assertThat(post("enterprise", projects, PROJECT.replace(ENTERPRISE, TELEPHONE)).status())
                .isEqualTo(400);
        assertThat(post("enterprise", projects, PROJECT.replace(ENTERPRISE, OTHER)).status())
                .isEqualTo(403);
        assertThat(
                        post(
                                        "enterprise",
                                        projects,
                                        PROJECT.replace("120000000", "\"" + NAME + "\""))
                                .status())
                .isEqualTo(400);
        assertThat(
                        post(
                                        "enterprise",
                                        projects,
                                        PROJECT.replace("\"zone\"", "\"" + NAME + "\""))
                                .status())
                .isEqualTo(400);
        assertThat(post("enterprise", projects, PROJECT.replace(NAME, NAME + "\\u0000")).status())
                .isBetween(400, 503);
        assertThat(post("enterprise", projects, PROJECT.substring(0, 80)).status()).isEqualTo(400);
        assertThat(
                        post(
                                        "clerk",
                                        filings,
                                        "{\"item\":\"%s\",\"receipt\":\"1\"}".formatted(NAME))
                                .status())
                .isBetween(400, 499);
        assertThat(post("clerk", filings + "?contact=" + TELEPHONE, "[]").status())
                .isBetween(400, 499);
        assertThat(post("nobody", projects, PROJECT).status()).isEqualTo(401);
        assertThat(new Caller(port, TELEPHONE).get("/api/v1/projects").status()).isEqualTo(401);
        assertThat(
                        new Caller(port, "agent")
                                .post(projects, PROJECT, "Acting-For", TELEPHONE)
                                .status())
                .isBetween(400, 499);
        raw("GET /api/v1/projects?contact=" + NAME + " " + TELEPHONE + " HTTP/1.1");
        raw("GET /api/v1/projects?{" + TELEPHONE + "} HTTP/1.1");
        intake.awaitCaughtUp(Duration.ofSeconds(30));

        assertThat(output.getAll())
                .doesNotContain(NAME, TELEPHONE, ENTERPRISE, OTHER, TITLE, "鹦鹉螺", "诗涵");
    }

    /** So that it would be noticed if nothing was captured. */
    @Test
    void hasTheIdOfItsRequestOnEachLine(CapturedOutput output) {
        String id = "0195d7a0-0000-7000-8000-0000000000ff";
        new Caller(port, null)
                .send(
                        new Caller(port, null)
                                .request("/api/v1/filings?zone=%00")
                                .header("X-Correlation-Id", id));

        assertThat(output.getAll()).contains("[" + id + "] ");
    }

    private void raw(String line) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().read()).isNotNegative();
        }
    }
}
