package org.chengnuo.approval.projections.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

import java.io.Serial;
import java.util.Collection;
import java.util.List;

/** Who is logged in, with the service center or the enterprise for which they act. */
public final class OfficeUser extends User {

    @Serial private static final long serialVersionUID = 1;

    private final @Nullable String center;
    private final @Nullable String enterprise;

    OfficeUser(
            String name,
            String passwordHash,
            Collection<Role> roles,
            @Nullable String center,
            @Nullable String enterprise) {
        super(name, passwordHash, authorities(roles));
        this.center = center;
        this.enterprise = enterprise;
    }

    private static List<SimpleGrantedAuthority> authorities(Collection<Role> roles) {
        return roles.stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    }

    OfficeUser copy() {
        return new OfficeUser(this);
    }

    private OfficeUser(OfficeUser user) {
        super(user.getUsername(), String.valueOf(user.getPassword()), user.getAuthorities());
        this.center = user.center;
        this.enterprise = user.enterprise;
    }

    /** The code of the service center; null for who belongs to none. */
    public @Nullable String center() {
        return center;
    }

    /** Whether the user is an agent 代办员, who names in each act for which enterprise it acts. */
    public boolean isAgent() {
        return getAuthorities().contains(new SimpleGrantedAuthority("ROLE_" + Role.AGENT));
    }

    /** The credit code of the enterprise; null for who acts for none, or for several. */
    public @Nullable String enterprise() {
        return enterprise;
    }
}
