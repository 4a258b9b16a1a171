package org.chengnuo.approval.api.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.OfficeTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;

/** The page of verification, in the frame of all pages, with letters that are put before it. */
@OfficeTest
class LetterPageTest {

    @TestConfiguration(proxyBeanMethods = false)
    @Controller
    static class Put {

        @GetMapping("/test/letters/known")
        String known(@RequestParam @Nullable String hash, boolean inForce, Model model) {
            var letter = Letters.letter("<script>铸件</script>", null, "张伟", "标准");
            model.addAttribute(
                    "verification",
                    LetterVerification.of(
                            letter, inForce, Instant.parse("2026-09-01T01:30:15Z"), hash));
            return "letter";
        }

        @GetMapping("/test/letters/unknown")
        String unknown(Model model) {
            model.addAttribute("verification", LetterVerification.unknown());
            return "letter";
        }
    }

    @LocalServerPort private int port;

    private String page(String address) {
        Caller.Answer answer = new Caller(port, null).get("/test/letters/" + address);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.http().body()).doesNotContain("??", "<script>铸件");
        return answer.http().body();
    }

    @Test
    void anAuthenticLetterIsShown() {
        assertThat(page("known?inForce=true&lang=zh&hash=" + Letters.HASH))
                .contains(
                        "承诺书真实。",
                        "生效中",
                        "承〔2026〕17号",
                        "2026-09-01 09:30",
                        "113200********40XJ",
                        "节能审查",
                        "cn-shanxi:energy-review",
                        "&lt;script&gt;铸件")
                .doesNotContain("11320000MB151840XJ", "张伟");
        assertThat(page("known?inForce=false&lang=en&hash=" + Letters.HASH))
                .contains("This letter is authentic.", "Not in force", "Energy review");
    }

    @Test
    void ofAnotherOneNothingIsShown() {
        for (String address : new String[] {"known?inForce=true", "known?inForce=true&hash=abc"}) {
            assertThat(page(address + "&lang=zh"))
                    .contains("与存档承诺书不一致")
                    .doesNotContain("承〔2026〕17号", "113200");
        }
        assertThat(page("known?inForce=true&hash=abc&lang=en"))
                .contains("This is not the letter on record.");
    }

    @Test
    void anUnknownOneIsSaidToBeUnknown() {
        assertThat(page("unknown?lang=zh")).contains("查无此承诺书");
        assertThat(page("unknown?lang=en")).contains("There is no such letter.");
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(messages("/messages-letter.properties").keySet())
                .isEqualTo(messages("/messages-letter_zh.properties").keySet());
    }

    private static Properties messages(String file) throws IOException {
        var properties = new Properties();
        try (var reader =
                new InputStreamReader(
                        Objects.requireNonNull(LetterPageTest.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
