package org.chengnuo.approval.api.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PublicAddressTest {

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    private static PublicAddress publicAddress(String set) {
        return new PublicAddress(
                ChengnuoSettings.of(
                        new MockEnvironment().withProperty("chengnuo.public-address", set)));
    }

    private static void requestAt(String host) {
        var request = new MockHttpServletRequest();
        request.setServerName(host);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @Test
    void isWhatIsSetWhateverTheRequestCallsTheServer() {
        requestAt("evil.example");

        assertThat(publicAddress("https://chengnuo.example.cn/").root())
                .isEqualTo("https://chengnuo.example.cn");
    }

    @Test
    void isThatOfTheRequestWhereNoneIsSet() {
        requestAt("localhost");

        assertThat(publicAddress("").root()).isEqualTo("http://localhost");
    }
}
