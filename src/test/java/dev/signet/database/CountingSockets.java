package dev.signet.database;

import javax.net.SocketFactory;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Sockets for the PostgreSQL driver that count how often it waited for a response after it had written. */
public final class CountingSockets extends SocketFactory {

    private static final AtomicInteger ROUND_TRIPS = new AtomicInteger();

    static int roundTrips() {
        return ROUND_TRIPS.get();
    }

    @Override
    public Socket createSocket() {
        return new Tallied();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return new Socket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return new Socket(host, port, local, localPort);
    }

    private static final class Tallied extends Socket {

        private boolean written;

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int octet) throws IOException {
                    written = true;
                    out.write(octet);
                }

                @Override
                public void write(byte[] octets, int offset, int length) throws IOException {
                    written = true;
                    out.write(octets, offset, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    tally();
                    return in.read();
                }

                @Override
                public int read(byte[] octets, int offset, int length) throws IOException {
                    tally();
                    return in.read(octets, offset, length);
                }
            };
        }

        private void tally() {
            if (written) {
                written = false;
                ROUND_TRIPS.incrementAndGet();
            }
        }
    }
}
