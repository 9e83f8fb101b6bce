package dev.signet.support.mail;

import dev.signet.support.Polling;
import dev.signet.support.server.ReservedPorts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Local mail server (RFC 5321) without TLS that accepts all mails and lets tests read them. */
public final class SmtpSink implements AutoCloseable {

    private static final String PORT = "signet.test.smtp-port";

    private final ServerSocket server;
    private final List<ReceivedMail> received = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger greeted = new AtomicInteger();
    private final Thread listener = new Thread(this::listen, "smtp-sink");

    private SmtpSink(ServerSocket server) {
        this.server = server;
    }

    /** Chosen once for all tests of this process, because the service reads it at startup. */
    public static synchronized int port() {
        if (Integer.getInteger(PORT) == null) {
            System.setProperty(PORT, Integer.toString(ReservedPorts.choose()));
        }
        return Integer.getInteger(PORT);
    }

    public static SmtpSink start() {
        try {
            SmtpSink sink = new SmtpSink(new ServerSocket(port(), 50, InetAddress.getByName("localhost")));
            sink.listener.setDaemon(true);
            sink.listener.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until an e-mail address has that many mails and returns the newest. */
    public ReceivedMail mail(String email, int count) {
        List<ReceivedMail> mails = Polling.await()
                .alias("mail number " + count + " to " + email)
                .until(() -> to(email), all -> all.size() >= count);
        return mails.get(mails.size() - 1);
    }

    /** Waits for the first mail to an e-mail address. */
    public ReceivedMail mail(String email) {
        return mail(email, 1);
    }

    /** Returns the mails received so far for an e-mail address. */
    public List<ReceivedMail> to(String email) {
        return received.stream()
                .filter(mail -> mail.recipients().contains(email))
                .toList();
    }

    /** Returns the number of clients that sent a greeting. */
    public int greeted() {
        return greeted.get();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                connections.add(client);
                Thread session = new Thread(() -> serve(client), "smtp-session");
                session.setDaemon(true);
                session.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new java.io.OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8)) {
            send(out, "220 sink");
            List<String> recipients = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("EHLO")) {
                    greeted.incrementAndGet();
                    send(out, "250-sink\r\n250 8BITMIME");
                } else if (command.startsWith("RCPT TO:")) {
                    recipients.add(line.substring(line.indexOf('<') + 1, line.lastIndexOf('>')));
                    send(out, "250 accepted");
                } else if (command.equals("DATA")) {
                    send(out, "354 go on");
                    received.add(ReceivedMail.parse(List.copyOf(recipients), content(in)));
                    send(out, "250 accepted");
                } else if (command.equals("QUIT")) {
                    send(out, "221 bye");
                    return;
                } else {
                    if (command.startsWith("MAIL") || command.equals("RSET")) {
                        recipients.clear();
                    }
                    send(out, "250 accepted");
                }
            }
        } catch (IOException e) {
            // The client disconnected.
        }
    }

    private static List<String> content(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line.startsWith("..") ? line.substring(1) : line);
        }
        return lines;
    }

    private static void send(Writer out, String reply) throws IOException {
        out.write(reply + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
            // The port is free only when the thread that accepts connections has left the system call.
            listener.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
