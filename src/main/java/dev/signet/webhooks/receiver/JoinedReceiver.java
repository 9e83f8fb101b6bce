package dev.signet.webhooks.receiver;

/** SQL fragments that join receivers into a statement of another package. */
public final class JoinedReceiver {

    /** A query of the ids of receivers to which deliveries may be sent now. */
    public static final String ENABLED_PUSH_IDS =
            "select id from event_receiver where kind <> 'poll' and status = 'enabled'";

    /** A query of the ids of receivers that fetch their deliveries themselves. */
    public static final String POLLING_IDS = "select id from event_receiver where kind = 'poll'";

    /** The column with the id of the receiver in the rows of {@link #subscribed}. */
    public static final String ID = "r.id";

    /** The column with the event type in the rows of {@link #subscribed}. */
    public static final String EVENT_TYPE = "t.event_type";

    private JoinedReceiver() {}

    /**
     * Returns the tables of a from clause: one row for each receiver that subscribes to an event type and is not
     * disabled; {@code type} is an SQL expression.
     */
    public static String subscribed(String type) {
        return "event_receiver r join event_receiver_type t on t.receiver_id = r.id and r.status <> 'disabled'"
                + " and t.event_type = " + type;
    }

    /**
     * Returns an SQL condition: the receiver of {@link #subscribed} does not exclude a subject; {@code subject} is an
     * SQL expression.
     */
    public static String hasNotExcluded(String subject) {
        return "not exists (select 1 from event_receiver_exclusion x where x.receiver_id = r.id and x.subject = "
                + subject + ")";
    }
}
