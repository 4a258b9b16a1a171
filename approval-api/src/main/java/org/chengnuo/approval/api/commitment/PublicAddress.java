package org.chengnuo.approval.api.commitment;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import java.net.URI;

/**
 * The address under which the public reaches this server. It stands on letters that are printed, so
 * that it should not be what the one request happened to call it.
 */
@Component
class PublicAddress {

    private final String set;

    /**
     * @throws IllegalArgumentException if it is no address
     */
    PublicAddress(@Value("${chengnuo.public-address:}") String set) {
        this.set = set.strip().replaceAll("/+$", "");
        if (!this.set.isEmpty() && !isAddress(this.set)) {
            throw new IllegalArgumentException(
                    "chengnuo.public-address is like https://chengnuo.example.cn, not «%s»"
                            .formatted(set));
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without a slash at its end; where none is set, as the request under way calls it. */
    String root() {
        return set.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : set;
    }
}
