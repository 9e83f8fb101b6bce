package dev.signet.tracing;

/** The effect of a {@code traceparent} header (W3C Trace Context). */
enum IncomingTrace {
    /** Each request begins a trace, which has a link to the caller's span. Callers cannot cause a trace to be recorded. */
    LINK,
    /** Continues the caller's trace, and records it if the caller does. Every caller must be trusted. */
    CONTINUE
}
