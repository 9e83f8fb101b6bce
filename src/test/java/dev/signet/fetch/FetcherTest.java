package dev.signet.fetch;

import dev.signet.fetch.FetchFailedException.Reason;
import dev.signet.tracing.Tracing;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Outgoing calls to hostile servers. 127.0.0.2 represents the public internet, 127.0.0.1 the internal network. */
class FetcherTest {

    private static final String PUBLIC = "127.0.0.2";
    private static final String INTERNAL = "127.0.0.1";
    private static final String NAME = "client.example";
    private static final String PASSWORD = "changeit";
    private static final int MAX = 1_000;
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static PemTrustOptions trust;
    private static int port;
    private static final Map<String, String> SEEN = new ConcurrentHashMap<>();
    private static final AtomicInteger INTERNAL_CONNECTIONS = new AtomicInteger();

    @BeforeAll
    static void startServers() throws Exception {
        vertx = Vertx.vertx();
        Path keys = keyPair();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        trust = new PemTrustOptions()
                .addCertValue(Buffer.buffer("-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(store.getCertificate("server").getEncoded())
                        + "\n-----END CERTIFICATE-----\n"));
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setSni(true)
                .setKeyCertOptions(new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD))
                .setPort(0);
        port = vertx.createHttpServer(new HttpServerOptions(options).setHost(PUBLIC))
                .requestHandler(FetcherTest::serve)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
        vertx.createHttpServer(options.setHost(INTERNAL).setPort(port))
                .connectionHandler(connection -> INTERNAL_CONNECTIONS.incrementAndGet())
                .requestHandler(request -> request.response().end("inside"))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterAll
    static void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void documentIsFetchedWithHostNameAndSni() throws Exception {
        FetchedDocument document = fetcher(PUBLIC).get(CallPurpose.CLIENT_KEY_SET, url("/ok"), MAX);

        assertThat(document.text()).isEqualTo("{\"keys\":[]}");
        assertThat(document.contentType()).isEqualTo("application/json");
        assertThat(document.cacheControl()).isEqualTo("max-age=60");
        assertThat(SEEN).containsEntry("host", NAME + ":" + port).containsEntry("sni", NAME);
    }

    @Test
    void compressionIsNotRequested() throws Exception {
        fetcher(PUBLIC).get(CallPurpose.CLIENT_KEY_SET, url("/ok"), MAX);

        assertThat(SEEN).doesNotContainKey("accept-encoding");
    }

    @Test
    void validatedIpAddressIsTheOneConnectedTo() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        Fetcher rebound =
                fetcher(host -> List.of(InetAddress.getByName(lookups.getAndIncrement() == 0 ? PUBLIC : INTERNAL)));

        FetchedDocument document = rebound.get(CallPurpose.CLIENT_KEY_SET, url("/ok"), MAX);

        assertThat(document.text()).contains("keys");
        assertThat(lookups).hasValue(1);
        assertThat(rejectionReason(rebound, "/ok")).isEqualTo(Reason.ADDRESS);
        assertThat(INTERNAL_CONNECTIONS).hasValue(0);
    }

    @Test
    void nameWithAPrivateIpAddressIsRejected() {
        assertThat(rejectionReason(fetcher(PUBLIC, INTERNAL), "/ok")).isEqualTo(Reason.ADDRESS);
        assertThat(rejectionReason(fetcher(INTERNAL, PUBLIC), "/ok")).isEqualTo(Reason.ADDRESS);
        assertThat(INTERNAL_CONNECTIONS).hasValue(0);
    }

    @Test
    void privateIpAddressInUrlIsRejected() {
        Fetcher fetcher = fetcher(PUBLIC);

        assertThat(rejectionReason(fetcher, URI.create("https://" + INTERNAL + ":" + port + "/ok")))
                .isEqualTo(Reason.ADDRESS);
        assertThat(rejectionReason(fetcher, URI.create("https://[::ffff:7f00:1]:" + port + "/ok")))
                .isEqualTo(Reason.ADDRESS);
        assertThat(INTERNAL_CONNECTIONS).hasValue(0);
    }

    @Test
    void certificateMustMatchTheHostName() {
        URI other = URI.create("https://other.example:" + port + "/ok");

        assertThat(rejectionReason(fetcher(PUBLIC), other)).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void certificateMustBeTrusted() {
        Fetcher fetcher =
                new Fetcher(vertx, config(LONG), Tracing.disabled(), resolving(PUBLIC), FetcherTest::isPublic, null);

        assertThat(rejectionReason(fetcher, "/ok")).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void nextIpAddressIsTriedIfOneIsUnreachable() throws Exception {
        FetchedDocument document = fetcher("127.0.0.3", PUBLIC).get(CallPurpose.CLIENT_KEY_SET, url("/ok"), MAX);

        assertThat(document.text()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) throws Exception {
        assertThat(rejectionReason(fetcher(PUBLIC), "/redirect?" + status)).isEqualTo(Reason.STATUS);
        assertThat(fetcher(PUBLIC).post(CallPurpose.WEBHOOK, url("/redirect?" + status), "text/plain", "x"))
                .isEqualTo(new PostResult(status));
        assertThat(INTERNAL_CONNECTIONS).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/drip", "/drip-chunked"})
    void slowResponsesTimeOut(String path) {
        long begun = System.nanoTime();

        assertThat(rejectionReason(fetcherWithShortTimeout(resolving(PUBLIC)), path))
                .isEqualTo(Reason.TIMEOUT);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void missingResponseTimesOut() {
        long begun = System.nanoTime();

        // The time limits of the call and of the idle connection are equal and end at almost the same moment. The
        // limit that ends first decides the reason, so both are right.
        assertThat(rejectionReason(fetcherWithShortTimeout(resolving(PUBLIC)), "/silent"))
                .isIn(Reason.TIMEOUT, Reason.UNREACHABLE);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void slowTlsHandshakeTimesOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getByName(PUBLIC))) {
            long begun = System.nanoTime();

            // The time limits of the call and of the handshake are equal, so both reasons are right.
            assertThat(rejectionReason(
                            fetcherWithShortTimeout(resolving(PUBLIC)),
                            URI.create("https://" + NAME + ":" + silent.getLocalPort() + "/")))
                    .isIn(Reason.TIMEOUT, Reason.UNREACHABLE);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void slowDnsLookupTimesOut() {
        Fetcher fetcher = fetcherWithShortTimeout(host -> {
            try {
                // This delay is the subject of the test: a DNS server that does not respond in time.
                Thread.sleep(30_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        });

        assertThat(rejectionReason(fetcher, "/ok")).isEqualTo(Reason.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/huge", "/endless", "/one-too-many"})
    void overlongBodiesAreRejectedWhileReading(String path) {
        assertThat(rejectionReason(fetcher(PUBLIC), path)).isEqualTo(Reason.CONTENT);
    }

    @Test
    void bodyOfMaximumLengthIsAccepted() throws Exception {
        assertThat(fetcher(PUBLIC)
                        .get(CallPurpose.CLIENT_KEY_SET, url("/exact"), MAX)
                        .text())
                .hasSize(MAX);
    }

    @Test
    void nonUtf8BodyIsRejected() {
        assertThat(rejectionReason(fetcher(PUBLIC), "/binary")).isEqualTo(Reason.CONTENT);
    }

    @Test
    void compressedBodyIsRejected() {
        assertThat(rejectionReason(fetcher(PUBLIC), "/gzip")).isEqualTo(Reason.CONTENT);
    }

    @Test
    void rejectionMessageContainsNoResponseData() {
        FetchFailedException rejection = catchThrowableOfType(
                FetchFailedException.class, () -> fetcher(PUBLIC).get(CallPurpose.CLIENT_KEY_SET, url("/secret"), MAX));

        assertThat(rejection).hasMessage("status 500").hasNoCause();
    }

    @Test
    void responseBodyOfAPostIsNotRead() throws Exception {
        String body = "logout_token=x";

        PostResult result =
                fetcher(PUBLIC).post(CallPurpose.WEBHOOK, url("/endless"), "application/x-www-form-urlencoded", body);

        assertThat(result.isAccepted()).isTrue();
        assertThat(SEEN)
                .containsEntry("method", "POST")
                .containsEntry("content-type", "application/x-www-form-urlencoded")
                .containsEntry("content-length", "14");
    }

    @Test
    void proxySystemPropertiesAreIgnored() throws Exception {
        System.setProperty("https.proxyHost", INTERNAL);
        System.setProperty("https.proxyPort", Integer.toString(port));
        try {
            assertThat(fetcher(PUBLIC)
                            .get(CallPurpose.CLIENT_KEY_SET, url("/ok"), MAX)
                            .text())
                    .isNotEmpty();
            assertThat(INTERNAL_CONNECTIONS).hasValue(0);
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
    }

    @Test
    void allowedHostMayBePrivateAndUseHttp() throws Exception {
        int plain = vertx.createHttpServer()
                .requestHandler(request -> request.response().end("plain"))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
        Fetcher fetcher = new Fetcher(
                vertx,
                config(LONG, "localhost:" + plain),
                Tracing.disabled(),
                host -> List.of(InetAddress.getAllByName(host)),
                PublicIpAddresses::includes,
                null);

        assertThat(fetcher.get(CallPurpose.CLIENT_KEY_SET, URI.create("http://localhost:" + plain + "/"), MAX)
                        .text())
                .isEqualTo("plain");
        assertThat(rejectionReason(fetcher, URI.create("http://127.0.0.1:" + plain + "/")))
                .isEqualTo(Reason.URL);
        assertThat(rejectionReason(fetcher, URI.create("https://127.0.0.1:" + plain + "/")))
                .isEqualTo(Reason.ADDRESS);
    }

    @Test
    void privateUrlIsRejectedAtRegistration() throws Exception {
        Fetcher fetcher = fetcher(PUBLIC);

        fetcher.requireCallable(url("/ok"));
        assertThat(catchThrowableOfType(
                                FetchFailedException.class,
                                () -> fetcher.requireCallable(URI.create("https://127.0.0.1/")))
                        .reason())
                .isEqualTo(Reason.ADDRESS);
    }

    @Test
    void callOnAnEventLoopIsRejected() throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        vertx.runOnContext(nothing -> {
            try {
                fetcher(PUBLIC).get(CallPurpose.CLIENT_KEY_SET, url("/ok"), MAX);
                thrown.complete(new AssertionError("not rejected"));
            } catch (FetchFailedException | IllegalStateException e) {
                thrown.complete(e);
            }
        });

        assertThat(thrown.get(1, TimeUnit.MINUTES)).isInstanceOf(IllegalStateException.class);
    }

    private static void serve(HttpServerRequest request) {
        SEEN.clear();
        SEEN.put("host", String.valueOf(request.getHeader("Host")));
        SEEN.put("sni", String.valueOf(request.connection().indicatedServerName()));
        SEEN.put("method", request.method().name());
        request.headers().forEach((name, value) -> SEEN.put(name.toLowerCase(java.util.Locale.ROOT), value));
        switch (request.path()) {
            case "/ok" ->
                request.response()
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Cache-Control", "max-age=60")
                        .end("{\"keys\":[]}");
            case "/redirect" ->
                request.response()
                        .setStatusCode(Integer.parseInt(request.query()))
                        .putHeader("Location", "https://" + INTERNAL + ":" + port + "/")
                        .end();
            case "/drip" -> {
                request.response().putHeader("Content-Length", "500");
                drip(request);
            }
            case "/drip-chunked" -> {
                request.response().setChunked(true);
                drip(request);
            }
            case "/huge" -> request.response().end(Buffer.buffer(new byte[10_000_000]));
            case "/endless" -> {
                request.response().setChunked(true);
                endless(request);
            }
            case "/one-too-many" -> request.response().end(Buffer.buffer(new byte[MAX + 1]));
            case "/exact" -> request.response().end(Buffer.buffer(new byte[MAX]));
            case "/binary" -> request.response().end(Buffer.buffer(new byte[] {(byte) 0xff, (byte) 0xfe}));
            case "/gzip" ->
                request.response().putHeader("Content-Encoding", "gzip").end("x");
            case "/secret" -> request.response().setStatusCode(500).end("secret response body");
            default -> {
                // no response
            }
        }
    }

    private static void drip(HttpServerRequest request) {
        request.response().write(".");
        vertx.setTimer(100, timer -> {
            if (!request.response().closed()) {
                drip(request);
            }
        });
    }

    private static void endless(HttpServerRequest request) {
        request.response().write(Buffer.buffer(new byte[500])).onSuccess(written -> endless(request));
    }

    private static Reason rejectionReason(Fetcher fetcher, String path) {
        return rejectionReason(fetcher, url(path));
    }

    private static Reason rejectionReason(Fetcher fetcher, URI url) {
        return catchThrowableOfType(FetchFailedException.class, () -> fetcher.get(CallPurpose.CLIENT_KEY_SET, url, MAX))
                .reason();
    }

    private static URI url(String path) {
        return URI.create("https://" + NAME + ":" + port + path);
    }

    private static Fetcher fetcher(String... ipAddresses) {
        return fetcher(resolving(ipAddresses));
    }

    private static Fetcher fetcher(Resolver resolver) {
        return new Fetcher(vertx, config(LONG), Tracing.disabled(), resolver, FetcherTest::isPublic, trust);
    }

    private static Fetcher fetcherWithShortTimeout(Resolver resolver) {
        return new Fetcher(vertx, config(SHORT), Tracing.disabled(), resolver, FetcherTest::isPublic, trust);
    }

    private static Resolver resolving(String... ipAddresses) {
        return host -> {
            InetAddress[] found = new InetAddress[ipAddresses.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(ipAddresses[i]);
            }
            return List.of(found);
        };
    }

    private static boolean isPublic(InetAddress ipAddress) {
        return !ipAddress.getHostAddress().equals(INTERNAL);
    }

    private static FetchConfig config(Duration timeout, String... allowed) {
        return new FetchConfig() {
            @Override
            public Optional<List<String>> nat64Prefixes() {
                return Optional.empty();
            }

            @Override
            public Optional<List<String>> allowedHosts() {
                return Optional.of(List.of(allowed));
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofMillis(500);
            }

            @Override
            public Duration timeout() {
                return timeout;
            }
        };
    }

    private static Path keyPair() throws IOException, InterruptedException {
        Path file = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + NAME,
                        "-ext",
                        "san=dns:" + NAME,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }
}
