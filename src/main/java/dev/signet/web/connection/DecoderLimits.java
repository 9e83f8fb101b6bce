package dev.signet.web.connection;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import java.util.OptionalInt;

/**
 * Reads the limits that Quarkus configures for its HTTP server, in bytes. A limit that is not configured has the
 * default of Netty.
 */
final class DecoderLimits {

    private static final String LIMITS = "quarkus.http.limits.";

    private DecoderLimits() {}

    static HttpDecoderConfig read() {
        Config config = ConfigProvider.getConfig();
        HttpDecoderConfig limits = new HttpDecoderConfig();
        size(config, "max-header-size").ifPresent(limits::setMaxHeaderSize);
        size(config, "max-initial-line-length").ifPresent(limits::setMaxInitialLineLength);
        size(config, "max-chunk-size").ifPresent(limits::setMaxChunkSize);
        return limits;
    }

    private static OptionalInt size(Config config, String name) {
        return config.getOptionalValue(LIMITS + name, String.class)
                .map(new MemorySizeConverter()::convert)
                .map(MemorySize::asLongValue)
                .map(size -> OptionalInt.of(Math.toIntExact(size)))
                .orElse(OptionalInt.empty());
    }
}
