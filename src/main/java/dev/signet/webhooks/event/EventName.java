package dev.signet.webhooks.event;

/** URIs of event types (RFC 8417 §2.2). */
public final class EventName {

    /** The verification event (Shared Signals Framework 1.0 §8.1.4.1). */
    public static final String VERIFICATION = "https://schemas.openid.net/secevent/ssf/event-type/verification";

    /** The name of the verification event among this service's own event types. */
    public static final String VERIFICATION_TYPE = "verification";

    /** Beginning of the names of CAEP events. */
    public static final String CAEP = "https://schemas.openid.net/secevent/caep/event-type/";

    static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";

    private static final String OWN = "https://signet.dev/docs/events#";

    private EventName() {}

    /** Returns the URI of an event type of this service, for events without a standard name. */
    public static String own(String wireType) {
        return OWN + wireType;
    }
}
