package dev.signet.tracing;

import dev.signet.error.SettingsCheck;
import io.opentelemetry.api.trace.SpanKind;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/**
 * The start of spans. A span that begins during another one of the same request is its child. If traces are disabled,
 * each method returns {@link ActiveSpan#NONE}.
 */
@Singleton
public final class Tracing implements SettingsCheck {

    private final @Nullable SpanRecorder recorder;

    @Inject
    Tracing(
            TracingConfig config,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "HOSTNAME") Optional<String> hostName) {
        TracingSettings settings = TracingSettings.of(config);
        this.recorder = settings == null
                ? null
                : SpanRecorder.start(
                        vertx,
                        settings,
                        version,
                        hostName.orElseGet(() -> UUID.randomUUID().toString()));
    }

    Tracing(@Nullable SpanRecorder recorder) {
        this.recorder = recorder;
    }

    /** Returns an object that starts no spans. */
    public static Tracing disabled() {
        return new Tracing(null);
    }

    /** Does nothing: the start creates the bean for it, and the constructor validates the settings. */
    @Override
    public void check() {}

    public boolean isEnabled() {
        return recorder != null;
    }

    /**
     * Starts the span of a request.
     *
     * @param caller the header {@code traceparent} of the request; null if it has none
     */
    public ActiveSpan startRequest(String name, @Nullable String caller) {
        return recorder == null ? ActiveSpan.NONE : recorder.startRequest(name, caller);
    }

    /** Starts the span of an operation of this process. */
    public ActiveSpan startOperation(String name) {
        return recorder == null ? ActiveSpan.NONE : recorder.start(name, SpanKind.INTERNAL);
    }

    /** Starts the span of an outgoing call. */
    public ActiveSpan startCall(String name) {
        return recorder == null ? ActiveSpan.NONE : recorder.start(name, SpanKind.CLIENT);
    }

    @PreDestroy
    void close() {
        if (recorder != null) {
            recorder.close();
        }
    }
}
