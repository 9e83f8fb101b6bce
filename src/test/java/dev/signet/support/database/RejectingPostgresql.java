package dev.signet.support.database;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** PostgreSQL server that rejects all connections with one SQLSTATE, such as that of a wrong password. */
public final class RejectingPostgresql implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket server;
    private final String state;
    private final String message;

    private RejectingPostgresql(ServerSocket server, String state, String message) {
        this.server = server;
        this.state = state;
        this.message = message;
    }

    public static RejectingPostgresql start(String state, String message) throws IOException {
        RejectingPostgresql rejecting =
                new RejectingPostgresql(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), state, message);
        Thread thread = new Thread(rejecting::serve, "rejecting-postgresql");
        thread.setDaemon(true);
        thread.start();
        return rejecting;
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + server.getLocalPort() + "/signet";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                reject(socket);
            } catch (IOException e) {
                // The client disconnected, or the test ended.
            }
        }
    }

    private void reject(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        while (true) {
            byte[] packet = new byte[in.readInt() - Integer.BYTES];
            in.readFully(packet);
            int code = java.nio.ByteBuffer.wrap(packet).getInt();
            if (code == SSL_REQUEST || code == GSS_REQUEST) {
                out.writeByte('N');
                out.flush();
                continue;
            }
            byte[] fields = fields();
            out.writeByte('E');
            out.writeInt(fields.length + Integer.BYTES);
            out.write(fields);
            out.flush();
            return;
        }
    }

    private byte[] fields() {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        for (String field : new String[] {"SFATAL", "VFATAL", "C" + state, "M" + message}) {
            fields.writeBytes(field.getBytes(StandardCharsets.UTF_8));
            fields.write(0);
        }
        fields.write(0);
        return fields.toByteArray();
    }
}
