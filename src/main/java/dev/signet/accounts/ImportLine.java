package dev.signet.accounts;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** A line of an import: an account to create, or the error if the line is invalid. */
public record ImportLine(
        long number,
        @Nullable NewAccount newAccount,
        @Nullable ServiceException rejection) {

    /** Creates a line with an account to create. */
    public static ImportLine of(long number, NewAccount newAccount) {
        return new ImportLine(number, newAccount, null);
    }

    /** Creates an invalid line with its error. */
    public static ImportLine rejected(long number, ServiceException rejection) {
        return new ImportLine(number, null, rejection);
    }
}
