package dev.signet.apikeys.authentication;

import dev.signet.accounts.Account;
import dev.signet.accounts.role.RoleService;
import dev.signet.error.ServiceException;
import jakarta.inject.Singleton;

import java.util.List;

/** The roles of API keys: chosen by the owner, and limited to the current roles of the owner. */
@Singleton
public final class ApiKeyRoles {

    private final boolean mayAdminister;

    ApiKeyRoles(ApiKeyAuthenticationConfig config) {
        this.mayAdminister = config.mayAdminister();
    }

    /**
     * Requires that the owner has the chosen roles.
     *
     * @throws ServiceException {@code invalid_request}
     */
    public void require(List<String> chosen, Account owner) {
        if (!chosen.equals(effective(chosen, owner))) {
            throw ServiceException.invalidMember(
                    "roles", "roles contains a role that the owner does not have or that API keys may not have");
        }
    }

    /** Returns the chosen roles that are still allowed. */
    List<String> effective(List<String> chosen, Account owner) {
        return chosen.stream()
                .filter(role -> owner.roles().contains(role) && (mayAdminister || !role.equals(RoleService.ADMIN)))
                .toList();
    }
}
