package dev.signet.web.http;

import dev.signet.support.installation.Journey;
import dev.signet.support.installation.PackagedSignet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged artifact serves TLS itself if a certificate is configured. */
@Journey
class TlsIT {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    @Test
    void httpsUsesTheConfiguredCertificate() throws Exception {
        KeyStore store = selfSigned();
        Path certificate = pem("CERTIFICATE", store.getCertificate("signet").getEncoded());
        Path key = pem(
                "PRIVATE KEY", store.getKey("signet", PASSWORD.toCharArray()).getEncoded());

        try (PackagedSignet signet = PackagedSignet.start(
                folder,
                "quarkus.http.ssl-port=0",
                "quarkus.http.insecure-requests=disabled",
                "quarkus.tls.key-store.pem.signet.cert=" + certificate,
                "quarkus.tls.key-store.pem.signet.key=" + key)) {
            HttpResponse<String> response = trusting(store)
                    .send(
                            HttpRequest.newBuilder(signet.base("https").resolve("/.well-known/jwks.json"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("\"kid\"");
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(response.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(responsesToFoldedField(signet.base("https").getPort(), store))
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("\r\ndate: ")
                    .containsOnlyOnce("HTTP/1.1 ");
        }
    }

    private static String responsesToFoldedField(int port, KeyStore store) throws Exception {
        String request = "GET /.well-known/jwks.json HTTP/1.1\r\nHost: localhost\r\n";
        try (Socket socket = contextTrusting(store).getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write((request + "X: a\r\n b\r\n\r\n" + request + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private KeyStore selfSigned() throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("signet.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "signet",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private Path pem(String type, byte[] encoded) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return Files.writeString(
                folder.resolve(type.replace(' ', '-') + ".pem"),
                "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
    }

    private static HttpClient trusting(KeyStore store) throws GeneralSecurityException, IOException {
        return HttpClient.newBuilder().sslContext(contextTrusting(store)).build();
    }

    private static SSLContext contextTrusting(KeyStore store) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("signet", store.getCertificate("signet"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
