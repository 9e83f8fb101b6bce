package dev.signet.webhooks;

/** URIs of event types (RFC 8417 §2.2). */
final class EventName {

    /** Tells a receiver that it can be told (Shared Signals Framework 1.0 §8.1.4.1). */
    static final String VERIFICATION = "https://schemas.openid.net/secevent/ssf/event-type/verification";

    /** What that is called where our own events are by their types. */
    static final String VERIFICATION_TYPE = "verification";

    static final String CAEP = "https://schemas.openid.net/secevent/caep/event-type/";
    static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";

    private static final String OWN = "https://signet.dev/docs/events#";

    private EventName() {}

    /** The name of an event as this service has it, for which nobody else has one. */
    static String own(String wireType) {
        return OWN + wireType;
    }
}
