package dev.signet.accounts.role;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The role names of a request body: a set without null. */
public final class RoleNames {

    private static final int MAX_ROLES = 100;

    private RoleNames() {}

    /** Returns the names as a set. */
    public static Set<String> of(List<@Nullable String> names) {
        Set<String> set = new TreeSet<>();
        for (String name : names) {
            if (name == null) {
                throw ServiceException.invalidMember("roles", "roles contains null");
            }
            set.add(name);
        }
        if (set.size() > MAX_ROLES) {
            throw ServiceException.invalidMember("roles", "roles contains too many values");
        }
        return set;
    }
}
