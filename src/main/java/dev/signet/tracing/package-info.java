/**
 * Traces in the data model of OpenTelemetry, exported by OTLP over HTTP. The spans have only the attributes of {@link
 * dev.signet.tracing.SpanAttribute}. Without an endpoint, no class of OpenTelemetry is loaded.
 */
@NullMarked
package dev.signet.tracing;

import org.jspecify.annotations.NullMarked;
