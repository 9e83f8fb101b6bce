package dev.signet.fetch;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import dev.signet.fetch.FetchFailedException.Reason;
import dev.signet.tracing.ActiveSpan;
import dev.signet.tracing.SpanAttribute;
import dev.signet.tracing.Tracing;
import io.quarkus.runtime.Startup;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A client for URLs that other parties choose. It resolves a name once, validates all its IP addresses and connects to
 * one of them. There is no second lookup, which could return another IP address. The certificate must be valid for the
 * name. It uses no redirects, compression, proxy or persistent connections. Calls block, so they must not run on an
 * event loop.
 */
@Startup
@Singleton
public final class Fetcher implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.fetch");
    private static final Pattern ALLOWED_HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\s/:]+):\\d{1,5}");
    private static final int MAX_CONCURRENT = 16;
    private static final int MAX_PER_SERVER = 4;
    private static final int MAX_IP_ADDRESSES = 3;
    private static final int MAX_HEADERS = 16_384;
    private static final int FIRST_REJECTION = 400;
    private static final String TRACE_PARENT = "traceparent";

    private final Vertx vertx;
    private final Tracing tracing;
    private final HttpClient client;
    private final IpAddresses resolvedIpAddresses;
    private final Set<String> exempt;
    private final Duration timeout;
    // Fetching a document blocks a thread that serves requests; posting uses a background thread. Separate limits
    // ensure that neither waits for the other.
    private final CallPermits getPermits = new CallPermits(MAX_CONCURRENT, MAX_PER_SERVER);
    private final CallPermits postPermits = new CallPermits(MAX_CONCURRENT, MAX_PER_SERVER);

    @Inject
    Fetcher(Vertx vertx, FetchConfig config, Tracing tracing) {
        this(vertx, config, tracing, host -> List.of(InetAddress.getAllByName(host)), reachable(config), null);
    }

    Fetcher(
            Vertx vertx,
            FetchConfig config,
            Tracing tracing,
            Resolver resolver,
            Predicate<InetAddress> reachable,
            @Nullable TrustOptions trust) {
        this.vertx = vertx;
        this.tracing = tracing;
        this.resolvedIpAddresses = new IpAddresses(resolver, reachable, 2 * MAX_CONCURRENT);
        SETTINGS.positive("timeout", config.timeout());
        SETTINGS.positive("connect-timeout", config.connectTimeout());
        this.timeout = config.timeout();
        config.allowedHosts().orElse(List.of()).forEach(Fetcher::checkAllowedHost);
        this.exempt = config.allowedHosts().orElse(List.of()).stream()
                .map(host -> host.trim().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.client = vertx.createHttpClient(options(config, trust));
    }

    static Predicate<InetAddress> reachable(FetchConfig config) {
        List<Nat64Prefix> prefixes = config.nat64Prefixes().orElse(List.of()).stream()
                .map(text -> Nat64Prefix.parse(text.trim())
                        .orElseThrow(() -> SETTINGS.invalid(
                                "nat64-prefixes",
                                "contains " + text
                                        + " but must list IPv6 prefixes of 32, 40, 48, 56, 64 or 96 bits, such as"
                                        + " 2001:db8:64::/96")))
                .toList();
        return ipAddress -> PublicIpAddresses.includes(ipAddress)
                && prefixes.stream()
                        .flatMap(prefix -> prefix.translate(ipAddress).stream())
                        .allMatch(PublicIpAddresses::includes);
    }

    /** Does nothing: the start creates the bean for it, and the constructor validates the settings. */
    @Override
    public void check() {}

    private static void checkAllowedHost(String host) {
        if (!ALLOWED_HOST.matcher(host.trim()).matches()) {
            throw SETTINGS.invalid("allowed-hosts", "names " + host + ", which is not of the form host:port");
        }
    }

    private static HttpClientOptions options(FetchConfig config, @Nullable TrustOptions trust) {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(2 * MAX_CONCURRENT)
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setSslHandshakeTimeout(config.timeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                // Closes connections that no caller waits for.
                .setIdleTimeout(Math.toIntExact(config.timeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxRedirects(0)
                .setVerifyHost(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"));
        if (trust != null) {
            options.setTrustOptions(trust);
        }
        return options;
    }

    /**
     * Validates a URL at registration: rejects it if every call would be rejected regardless of the name's IP
     * addresses.
     *
     * @throws FetchFailedException with {@link Reason#URL} or {@link Reason#ADDRESS}
     */
    public void requireCallable(URI url) throws FetchFailedException {
        resolvedIpAddresses.requireAllowedLiteral(FetchTarget.of(url, exempt));
    }

    /**
     * Fetches a UTF-8 document of at most {@code maxBytes}.
     *
     * @throws FetchFailedException unless a server with a public IP address returns it with status 200 in time
     */
    public FetchedDocument get(CallPurpose purpose, URI url, int maxBytes) throws FetchFailedException {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("the maximum length must be at least one byte");
        }
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .putHeader(HttpHeaders.ACCEPT, "application/json, */*;q=0.1");
        FetchResponse response = call(getPermits, purpose, url, request, null, maxBytes);
        if (response.status() != 200) {
            throw new FetchFailedException(Reason.STATUS, "status " + response.status());
        }
        return new FetchedDocument(text(response.body()), response.contentType(), response.cacheControl());
    }

    /**
     * Posts a body once and reads only the status of the response.
     *
     * @throws FetchFailedException unless a server with a public IP address responds in time
     */
    public PostResult post(CallPurpose purpose, URI url, String contentType, String body) throws FetchFailedException {
        return post(purpose, url, null, contentType, body);
    }

    /**
     * Posts like {@link #post(CallPurpose, URI, String, String)} with an {@code Authorization} header unless it is null.
     *
     * @throws FetchFailedException unless a server with a public IP address responds in time
     */
    public PostResult post(
            CallPurpose purpose, URI url, @Nullable String authorization, String contentType, String body)
            throws FetchFailedException {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                // RFC 8935 §2.1 requires it; other receivers may ignore it.
                .putHeader(HttpHeaders.ACCEPT, "application/json");
        if (authorization != null) {
            request.putHeader(HttpHeaders.AUTHORIZATION, authorization);
        }
        return new PostResult(
                call(postPermits, purpose, url, request, Buffer.buffer(body), 0).status());
    }

    /** Returns the maximum time of a call. */
    public Duration maxCallDuration() {
        return timeout;
    }

    private FetchResponse call(
            CallPermits permits,
            CallPurpose purpose,
            URI url,
            RequestOptions request,
            @Nullable Buffer content,
            int maxBytes)
            throws FetchFailedException {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("an outgoing call must not run on an event loop");
        }
        FetchTarget target = FetchTarget.of(url, exempt);
        if (!permits.acquire(target.server())) {
            throw new FetchFailedException(Reason.BUSY, "too many outgoing calls are in progress");
        }
        try {
            return trace(purpose, target, request, content, maxBytes);
        } finally {
            permits.release(target.server());
        }
    }

    // A URL can contain secrets of the receiver, so the span has only its host and port.
    private FetchResponse trace(
            CallPurpose purpose, FetchTarget target, RequestOptions request, @Nullable Buffer content, int maxBytes)
            throws FetchFailedException {
        ActiveSpan span = tracing.startCall(purpose.label());
        span.set(SpanAttribute.PURPOSE, purpose.label());
        span.set(SpanAttribute.METHOD, request.getMethod().name());
        span.set(SpanAttribute.HOST, target.bareHost());
        span.set(SpanAttribute.PORT, target.port());
        String traceParent = span.traceParent();
        if (traceParent != null) {
            request.putHeader(TRACE_PARENT, traceParent);
        }
        try {
            FetchResponse response = call(target, request, content, maxBytes);
            span.set(SpanAttribute.STATUS, response.status());
            if (response.status() >= FIRST_REJECTION) {
                span.set(SpanAttribute.ERROR, Integer.toString(response.status()));
                span.fail();
            }
            return response;
        } catch (FetchFailedException e) {
            span.set(SpanAttribute.ERROR, e.reason().name().toLowerCase(Locale.ROOT));
            span.fail();
            throw e;
        } finally {
            span.end();
        }
    }

    private FetchResponse call(FetchTarget target, RequestOptions request, @Nullable Buffer content, int maxBytes)
            throws FetchFailedException {
        Deadline deadline = Deadline.in(timeout);
        List<InetAddress> ipAddresses = resolvedIpAddresses.of(target, deadline);
        request.setHost(target.bareHost())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.requestTarget())
                .putHeader(HttpHeaders.USER_AGENT, "Signet");
        FetchFailedException last = new FetchFailedException(Reason.UNRESOLVED, "the host has no IP address");
        for (InetAddress ipAddress : ipAddresses.subList(0, Math.min(ipAddresses.size(), MAX_IP_ADDRESSES))) {
            HttpCall call = new HttpCall(maxBytes);
            // The server is the IP address without the name, so that nothing remains to be resolved.
            request.setServer(SocketAddress.inetSocketAddress(target.port(), ipAddress.getHostAddress()));
            RequestOptions to = new RequestOptions(request);
            runOnEventLoop(() -> call.begin(client, to, content));
            try {
                return await(deadline, call);
            } catch (FetchFailedException e) {
                if (call.hasReachedServer() || e.reason() == Reason.TIMEOUT) {
                    throw e;
                }
                last = e;
            }
        }
        throw last;
    }

    // Runs on an event loop regardless of the calling thread: that thread waits, and a worker of Vert.x would wait for
    // itself.
    @SuppressWarnings("deprecation")
    private void runOnEventLoop(Runnable work) {
        vertx.nettyEventLoopGroup().execute(work);
    }

    private static FetchResponse await(Deadline deadline, HttpCall call) throws FetchFailedException {
        try {
            return deadline.await(call);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FetchFailedException rejection) {
                throw rejection;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String text(Buffer body) throws FetchFailedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FetchFailedException(Reason.CONTENT, "the response is not UTF-8");
        }
    }

    @PreDestroy
    void close() {
        resolvedIpAddresses.close();
        client.close();
    }
}
