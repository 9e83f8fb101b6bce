package dev.signet.webhooks.receiver;

import java.util.Locale;

/** The kind of a receiver: its owner and its delivery method. */
public enum ReceiverKind {
    /** Created by an administrator, push delivery (RFC 8935). */
    WEBHOOK,
    /** Created by a client, push delivery (RFC 8935). */
    PUSH,
    /** Created by a client, poll delivery (RFC 8936). */
    POLL;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReceiverKind ofColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
