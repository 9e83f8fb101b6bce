package dev.signet.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;

class SpanRecorderTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SAMPLED = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String NOT_SAMPLED = "00-" + TRACE + "-b7ad6b7169203331-00";

    private final RecordingExporter exporter = new RecordingExporter();

    @Test
    void sampledFlagOfCallerDoesNotCauseRecording() {
        try (SpanRecorder recorder = recorder(IncomingTrace.LINK, 0)) {
            for (int i = 0; i < 100; i++) {
                recorder.startRequest("GET", SAMPLED).end();
            }
        }

        assertThat(exporter.exported).isEmpty();
    }

    @Test
    void ratioSelectsTracesOfTheSameCaller() {
        try (SpanRecorder recorder = recorder(IncomingTrace.LINK, 0.5)) {
            for (int i = 0; i < 1_000; i++) {
                recorder.startRequest("GET", SAMPLED).end();
            }
        }

        assertThat(exporter.exported).hasSizeBetween(350, 650);
    }

    @Test
    void trustedCallerDecidesAboutItsTrace() {
        try (SpanRecorder recorder = recorder(IncomingTrace.CONTINUE, 0)) {
            recorder.startRequest("GET", SAMPLED).end();
            recorder.startRequest("GET", NOT_SAMPLED).end();
            recorder.startRequest("GET", null).end();
        }

        assertThat(exporter.exported).hasSize(1);
        SpanData span = exporter.exported.get(0);
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(span.getLinks()).isEmpty();
    }

    @Test
    void malformedTraceParentIsIgnored() {
        try (SpanRecorder recorder = recorder(IncomingTrace.CONTINUE, 1)) {
            for (String malformed : List.of("", "00", SAMPLED.replace('7', 'x'), SAMPLED.replace("00-", "ff-"))) {
                recorder.startRequest("GET", malformed).end();
            }
        }

        assertThat(exporter.exported).hasSize(4).allSatisfy(span -> {
            assertThat(span.getParentSpanContext().isValid()).isFalse();
            assertThat(span.getLinks()).isEmpty();
        });
    }

    @Test
    void outgoingCallPassesOnThatItsTraceIsNotRecorded() {
        try (SpanRecorder recorder = recorder(IncomingTrace.LINK, 0)) {
            assertThat(recorder.start("webhook", SpanKind.CLIENT).traceParent())
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        }
    }

    @Test
    void attributesEventsAndDescriptionsOfLibrariesAreRemoved() {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new AllowedSpanExporter(exporter)))
                .build();
        io.opentelemetry.api.trace.Span caller =
                provider.get("library").spanBuilder("caller").startSpan();
        provider.get("library")
                .spanBuilder("GET")
                .addLink(
                        caller.getSpanContext(),
                        Attributes.of(AttributeKey.stringKey("url.full"), "https://app.example/?code=secret-4750"))
                .setAttribute(SpanAttribute.METHOD.key(), "GET")
                .setAttribute("url.query", "code=secret-4750")
                .setAttribute("client.address", "192.0.2.1")
                .startSpan()
                .recordException(new IllegalStateException("secret-4750"))
                .setStatus(StatusCode.ERROR, "secret-4750")
                .end();

        SpanData span = exporter.exported.get(0);
        assertThat(span.getAttributes().asMap())
                .isEqualTo(Map.of(AttributeKey.stringKey(SpanAttribute.METHOD.key()), "GET"));
        assertThat(span.getTotalAttributeCount()).isEqualTo(1);
        assertThat(span.getEvents()).isEmpty();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getStatus().getDescription()).isEmpty();
        assertThat(span.getLinks()).singleElement().satisfies(link -> {
            assertThat(link.getSpanContext()).isEqualTo(caller.getSpanContext());
            assertThat(link.getAttributes().isEmpty()).isTrue();
        });
    }

    private SpanRecorder recorder(IncomingTrace incoming, double ratio) {
        TracingSettings settings =
                new TracingSettings("localhost", 4318, false, "/v1/traces", Map.of(), ratio, incoming, "signet");
        return new SpanRecorder(settings, "1", "node", exporter);
    }

    private static final class RecordingExporter implements SpanExporter {

        private final List<SpanData> exported = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            exported.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
