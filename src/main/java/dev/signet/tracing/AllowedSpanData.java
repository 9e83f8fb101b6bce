package dev.signet.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A span with the attributes of {@link SpanAttribute} only. It has no events, because those of exceptions contain their
 * messages, and no description of its status.
 */
final class AllowedSpanData extends DelegatingSpanData {

    private static final Set<String> ALLOWED =
            Arrays.stream(SpanAttribute.values()).map(SpanAttribute::key).collect(Collectors.toUnmodifiableSet());

    private final Attributes attributes;

    AllowedSpanData(SpanData span) {
        super(span);
        AttributesBuilder allowed = span.getAttributes().toBuilder();
        allowed.removeIf(key -> !ALLOWED.contains(key.getKey()));
        this.attributes = allowed.build();
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public List<LinkData> getLinks() {
        return super.getLinks().stream()
                .map(link -> LinkData.create(link.getSpanContext()))
                .toList();
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }
}
