package dev.signet.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a body line by line, in the memory of one line however long a line or the body is. */
final class ImportLines {

    static final int LONGEST = 16_384;

    private static final int BUFFER = 16_384;

    private final InputStream body;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] line = new byte[LONGEST];
    private int position;
    private int end;
    private int length;
    private long number;

    ImportLines(InputStream body) {
        this.body = body;
    }

    /** Goes to the next line that is not blank; false if there is none. */
    boolean next() throws IOException {
        while (read()) {
            if (isTooLong() || !new String(line, 0, length, StandardCharsets.ISO_8859_1).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Its number, counted from one, blank ones too. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return length > LONGEST;
    }

    byte[] bytes() {
        return Arrays.copyOf(line, length);
    }

    private boolean read() throws IOException {
        length = 0;
        number++;
        boolean begun = false;
        while (position < end || fill()) {
            byte next = buffer[position++];
            if (next == '\n') {
                return true;
            }
            begun = true;
            if (length < LONGEST) {
                line[length] = next;
            }
            // One more than the longest says that it is too long; the rest is not counted.
            length = Math.min(length + 1, LONGEST + 1);
        }
        return begun;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, body.read(buffer));
        return end > 0;
    }
}
