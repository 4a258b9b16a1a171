package org.chengnuo.approval.api.commitment;

import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The address under which the public reaches this server. It stands on letters that are printed, so
 * that it should not be what the one request happened to call it.
 */
@Component
class PublicAddress {

    private final String set;

    PublicAddress(ChengnuoSettings settings) {
        String address = settings.publicAddress();
        this.set = address == null ? "" : address.replaceAll("/+$", "");
    }

    /** Without a slash at its end; where none is set, as the request under way calls it. */
    String root() {
        return set.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : set;
    }
}
