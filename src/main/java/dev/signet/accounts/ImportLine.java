package dev.signet.accounts;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** A line as it was read: an account to be created, or the reason why it is none. */
record ImportLine(
        long number, @Nullable NewAccount wanted, @Nullable ServiceException refusal) {

    static ImportLine of(long number, NewAccount wanted) {
        return new ImportLine(number, wanted, null);
    }

    static ImportLine refused(long number, ServiceException refusal) {
        return new ImportLine(number, null, refusal);
    }
}
