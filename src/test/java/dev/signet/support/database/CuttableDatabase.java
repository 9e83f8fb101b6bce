package dev.signet.support.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** PostgreSQL with a relay that counts round trips and can be cut, as by a network failure or a failover. */
public final class CuttableDatabase implements QuarkusTestResourceLifecycleManager {

    /** Profile for tests that cut the connection; they share one application. */
    public static final class Profile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("signet.database.metrics-interval", "PT1S");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(CuttableDatabase.class));
        }
    }

    private static volatile boolean open = true;
    private static final AtomicInteger ROUND_TRIPS = new AtomicInteger();
    private static final Set<Closeable> CONNECTIONS = ConcurrentHashMap.newKeySet();

    private TestPostgresql.Database database;
    private ServerSocket relay;

    @Override
    public Map<String, String> start() {
        try {
            database = TestPostgresql.create();
            relay = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
        return database.settingsAt(relay.getLocalPort());
    }

    private void accept() {
        while (!relay.isClosed()) {
            try {
                Socket client = relay.accept();
                if (!open) {
                    client.close();
                    continue;
                }
                Socket server = new Socket("localhost", database.port());
                CONNECTIONS.add(client);
                CONNECTIONS.add(server);
                AtomicBoolean requested = new AtomicBoolean();
                daemon(() -> copy(client, server, () -> requested.set(true)));
                daemon(() -> copy(server, client, () -> {
                    if (requested.getAndSet(false)) {
                        ROUND_TRIPS.incrementAndGet();
                    }
                }));
            } catch (IOException e) {
                // A closed relay ends the loop; the client handles a refused connection.
            }
        }
    }

    private static void copy(Socket from, Socket to, Runnable onData) {
        byte[] buffer = new byte[8_192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                onData.run();
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            // The connection was cut, which is the purpose of this class.
        } finally {
            CONNECTIONS.remove(from);
            CONNECTIONS.remove(to);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns how often the database responded after the service had sent it something. */
    public static int roundTrips() {
        return ROUND_TRIPS.get();
    }

    public static void cut() {
        open = false;
        CONNECTIONS.forEach(CuttableDatabase::close);
        CONNECTIONS.clear();
    }

    public static void mend() {
        open = true;
    }

    // Ordered after the installation's resource, so that the service receives this database.
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        cut();
        close(relay);
    }

    private static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // The socket is closed in any case.
        }
    }
}
