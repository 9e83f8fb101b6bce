package dev.signet.support;

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

/** A real PostgreSQL behind a relay that can be cut, as a network or a failover cuts it. */
public final class CuttableDatabase implements QuarkusTestResourceLifecycleManager {

    /** For tests that cut the connection; they share one application. */
    public static final class Profile implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(CuttableDatabase.class));
        }
    }

    private static volatile boolean open = true;
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
                daemon(() -> copy(client, server));
                daemon(() -> copy(server, client));
            } catch (IOException e) {
                // A closed relay ends the loop; a refused connection is the client's affair.
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // Cut, which is what this class is for.
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

    public static void cut() {
        open = false;
        CONNECTIONS.forEach(CuttableDatabase::close);
        CONNECTIONS.clear();
    }

    public static void mend() {
        open = true;
    }

    // Behind the installation's own, so that its database is the one the service gets.
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
            // Closing is all that is wanted.
        }
    }
}
