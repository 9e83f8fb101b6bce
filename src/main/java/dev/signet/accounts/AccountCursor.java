package dev.signet.accounts;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of accounts ended: creation in microseconds and id, which never change, so that no page skips a row. */
record AccountCursor(Instant createdAt, UUID id) {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,17})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    static @Nullable AccountCursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher cursor = FORM.matcher(text);
        if (!cursor.matches()) {
            throw ServiceException.invalidMember("after", "not an account cursor");
        }
        long micros = Long.parseLong(cursor.group(1));
        Instant at = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
        return new AccountCursor(at, UUID.fromString(cursor.group(2)));
    }

    static String write(StoredAccount account) {
        long micros = account.createdAt.getEpochSecond() * 1_000_000 + account.createdAt.getNano() / 1_000;
        return micros + "." + account.id;
    }
}
