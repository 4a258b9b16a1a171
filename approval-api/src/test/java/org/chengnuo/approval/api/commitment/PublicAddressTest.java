package org.chengnuo.approval.api.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PublicAddressTest {

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    private static void requestAt(String host) {
        var request = new MockHttpServletRequest();
        request.setServerName(host);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @Test
    void isWhatIsSetWhateverTheRequestCallsTheServer() {
        requestAt("evil.example");

        assertThat(new PublicAddress("https://chengnuo.example.cn/").root())
                .isEqualTo("https://chengnuo.example.cn");
    }

    @Test
    void isThatOfTheRequestWhereNoneIsSet() {
        requestAt("localhost");

        assertThat(new PublicAddress("").root()).isEqualTo("http://localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chengnuo.example.cn", "ftp://chengnuo.example.cn", "https://", "a b"})
    void isAnAddress(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublicAddress(wrong))
                .withMessageContaining(wrong);
    }
}
