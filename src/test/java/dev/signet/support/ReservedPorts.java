package dev.signet.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses ports for servers that tests start and stop while the application keeps the port in its settings. They lie below the
 * range from which the system assigns ports, so that no other process is given one between two starts, and below the range of
 * {@code src/test/scripts/installation.sh}.
 */
public final class ReservedPorts {

    private static final int FIRST = 10_000;
    private static final int END = 20_000;

    private ReservedPorts() {}

    /** A port of the local host on which nothing listens. */
    public static int choose() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // Something listens there: the next port is as good.
            }
        }
    }
}
