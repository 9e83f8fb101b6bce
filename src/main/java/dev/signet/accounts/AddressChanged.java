package dev.signet.accounts;

import java.util.UUID;

/**
 * The e-mail address of an account changed; fired inside the transaction that changes it.
 *
 * @param byUser whether the user of the account changed it, and not an administrator
 * @param undoable whether the former address can be restored by {@link AddressService#undo}
 */
public record AddressChanged(UUID accountId, String formerAddress, boolean byUser, boolean undoable) {}
