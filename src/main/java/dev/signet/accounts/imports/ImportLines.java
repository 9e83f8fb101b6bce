package dev.signet.accounts.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a body line by line. Memory is bounded by one line, however long a line or the body is. */
final class ImportLines {

    static final int MAX_LINE_BYTES = 16_384;

    private static final int BUFFER = 16_384;

    private final InputStream body;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] line = new byte[MAX_LINE_BYTES];
    private int position;
    private int end;
    private int length;
    private long number;

    ImportLines(InputStream body) {
        this.body = body;
    }

    /** Reads the next line that is not blank. Returns false at the end of the body. */
    boolean next() throws IOException {
        while (read()) {
            if (isTooLong() || !new String(line, 0, length, StandardCharsets.ISO_8859_1).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the line number, counted from one and including blank lines. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return length > MAX_LINE_BYTES;
    }

    byte[] bytes() {
        return Arrays.copyOf(line, length);
    }

    private boolean read() throws IOException {
        length = 0;
        number++;
        boolean started = false;
        while (position < end || fill()) {
            byte next = buffer[position++];
            if (next == '\n') {
                return true;
            }
            started = true;
            if (length < MAX_LINE_BYTES) {
                line[length] = next;
            }
            // The length stops at one more than the maximum, which marks the line as too long.
            length = Math.min(length + 1, MAX_LINE_BYTES + 1);
        }
        return started;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, body.read(buffer));
        return end > 0;
    }
}
