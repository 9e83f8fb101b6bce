package dev.signet.keys.encryption;

import dev.signet.secrets.OwnerOnlyFile;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/**
 * The file of the key-encryption key. It appears completely or not at all, is never overwritten, and only its owner can
 * read it.
 */
final class EncryptionKeyFile {

    private static final Logger LOG = Logger.getLogger(EncryptionKeyFile.class);

    private final Path path;

    EncryptionKeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    String read() {
        try {
            return Files.readString(path, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw unusable("cannot be read", e);
        }
    }

    /** Writes the file unless another process wrote it first; returns its content. */
    String create(String content) {
        Path draft = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(path.getParent());
            write(draft, content);
            try {
                // A link fails if the name exists; a move would overwrite the file.
                Files.createLink(path, draft);
                LOG.infof("Generated the key-encryption key in %s; back it up separately from the database", path);
            } catch (FileAlreadyExistsException e) {
                return read();
            } finally {
                Files.deleteIfExists(draft);
            }
            return content;
        } catch (UnsupportedOperationException | IOException e) {
            throw unusable("cannot be written", e);
        }
    }

    private static void write(Path file, String content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, OwnerOnlyFile.attributes(file))) {
            ByteBuffer bytes = ByteBuffer.wrap((content + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            // Keys sealed with this key are durable at commit, so the file must be durable too.
            channel.force(true);
        }
    }

    private ConfigurationException unusable(String problem, Exception cause) {
        return new ConfigurationException(
                "The key-encryption key file " + path + " " + problem + " ("
                        + cause.getClass().getSimpleName()
                        + "); set signet.keys.encryption-key-file (environment variable"
                        + " SIGNET_KEYS_ENCRYPTION_KEY_FILE) to a readable and writable file.",
                cause);
    }
}
