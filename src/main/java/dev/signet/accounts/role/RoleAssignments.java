package dev.signet.accounts.role;

/** Assignments of roles to accounts; {@code accounts} implements it. */
public interface RoleAssignments {

    /** Returns whether an account has the role. */
    boolean isAssigned(String role);
}
