package dev.signet.support.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that tests start and stop while the application keeps the port in its settings. They are below the
 * range from which the system assigns ports, so that no other process receives one between two starts. They are also
 * below the range of {@code src/test/scripts/installation.sh}.
 */
public final class ReservedPorts {

    private static final int FIRST = 10_000;
    // Each process has its own ports; otherwise another process could choose a port between two servers.
    private static final int PROCESSES = 100;
    private static final int PORTS = 100;

    // Class loaders of tests load this class several times, so a system property remembers the ports.
    private static final String CHOSEN = "test.reserved-port.";

    private ReservedPorts() {}

    /** Returns a port of the local host on which nothing listens, and which this process has not chosen before. */
    public static int choose() {
        while (true) {
            int own = FIRST + (int) (ProcessHandle.current().pid() % PROCESSES) * PORTS;
            int port = ThreadLocalRandom.current().nextInt(own, own + PORTS);
            if (System.getProperties().putIfAbsent(CHOSEN + port, "chosen") != null) {
                continue;
            }
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // The port is in use; try the next one.
            }
        }
    }
}
