package dev.signet.webhooks;

import java.util.Locale;

/** How a receiver came about and how it is told. */
public enum ReceiverKind {
    /** Set up by an administrator, told by posts (RFC 8935). */
    WEBHOOK,
    /** Set up by a client, told by posts (RFC 8935). */
    PUSH,
    /** Set up by a client, which asks for what there is (RFC 8936). */
    POLL;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReceiverKind ofColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
