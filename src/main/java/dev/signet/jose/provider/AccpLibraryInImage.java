package dev.signet.jose.provider;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeResourceAccess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Stores the library of AWS-LC in the native image, without its debug information: 3.7 instead of 9.6 MB. It is used
 * only while an image is built; META-INF/native-image names the class.
 */
final class AccpLibraryInImage implements Feature {

    static final String LIBRARY = "libamazonCorrettoCryptoProvider.so";

    // Fields of the ELF header and of a program header, 64 bits (elf.h).
    private static final int PROGRAM_HEADERS = 0x20;
    private static final int SECTION_HEADERS = 0x28;
    private static final int PROGRAM_HEADER_SIZE = 0x36;
    private static final int PROGRAM_HEADER_COUNT = 0x38;
    private static final int SECTION_HEADER_COUNT = 0x3c;
    private static final int SECTION_NAMES = 0x3e;
    private static final int SEGMENT_OFFSET = 0x08;
    private static final int SEGMENT_SIZE = 0x20;

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        Class<?> provider = AmazonCorrettoCryptoProvider.class;
        RuntimeResourceAccess.addResource(
                provider.getModule(),
                provider.getPackageName().replace('.', '/') + '/' + LIBRARY,
                withoutDebugInformation(read()));
    }

    /** Returns the library as it is in the jar. */
    static byte[] read() {
        try (InputStream library = AmazonCorrettoCryptoProvider.class.getResourceAsStream(LIBRARY)) {
            if (library == null) {
                throw new IllegalStateException("no " + LIBRARY + " on the class path");
            }
            return library.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the segments that the dynamic loader reads, without the sections that only debuggers and linkers read. */
    static byte[] withoutDebugInformation(byte[] library) {
        ByteBuffer file = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
        long end = 0;
        for (int index = 0; index < file.getShort(PROGRAM_HEADER_COUNT); index++) {
            int header = Math.toIntExact(file.getLong(PROGRAM_HEADERS)) + index * file.getShort(PROGRAM_HEADER_SIZE);
            end = Math.max(end, file.getLong(header + SEGMENT_OFFSET) + file.getLong(header + SEGMENT_SIZE));
        }
        ByteBuffer segments = ByteBuffer.allocate(Math.toIntExact(end))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(library, 0, Math.toIntExact(end));
        return segments.putLong(SECTION_HEADERS, 0)
                .putShort(SECTION_HEADER_COUNT, (short) 0)
                .putShort(SECTION_NAMES, (short) 0)
                .array();
    }
}
