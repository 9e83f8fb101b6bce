package dev.signet.admin;

import dev.signet.secrets.OwnerOnlyFile;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file with a password that only its owner can read. The password is written to a temporary file in the same
 * directory, which is renamed once the account exists.
 */
final class PasswordFile {

    private static final Logger LOG = Logger.getLogger(PasswordFile.class);

    private final Path path;
    private final Path temporaryFile;

    PasswordFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
        this.temporaryFile = this.path.resolveSibling(
                this.path.getFileName() + "." + ProcessHandle.current().pid() + ".draft");
    }

    /** Writes the password to the temporary file. */
    void prepare(String password) throws IOException {
        Files.createDirectories(temporaryFile.resolveSibling("."));
        Files.deleteIfExists(temporaryFile);
        Files.createFile(temporaryFile, OwnerOnlyFile.attributes(temporaryFile));
        try (FileChannel file = FileChannel.open(temporaryFile, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(true);
        }
    }

    /** Renames the temporary file to the final name, which it returns. */
    Path publish() throws IOException {
        Files.move(temporaryFile, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return path;
    }

    /** Deletes the temporary file if it was not renamed. */
    void discard() {
        try {
            Files.deleteIfExists(temporaryFile);
        } catch (IOException e) {
            LOG.warnf("Cannot delete the temporary password file %s", temporaryFile);
        }
    }
}
