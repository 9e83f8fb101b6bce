package dev.signet.accounts.event;

import java.util.UUID;

/**
 * A change of the e-mail address of an account, fired inside the transaction that changes it.
 *
 * @param byUser whether the user of the account changed it, and not an administrator
 * @param undoable whether the former address can be restored by {@code EmailService.undo}
 */
public record EmailChanged(UUID accountId, String formerEmail, boolean byUser, boolean undoable) {}
