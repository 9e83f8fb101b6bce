package dev.signet.accounts.event;

import java.util.UUID;

/**
 * A change of the e-mail address of an account, fired inside the transaction that changes it.
 *
 * @param byUser true if the user changed it, false if an administrator did
 * @param undoable whether the former address can be restored by {@code EmailService.undo}
 */
public record EmailChanged(UUID accountId, String formerEmail, boolean byUser, boolean undoable) {}
