package dev.signet.database;

import dev.signet.error.Settings;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the embedded database, which only their owner may read: the folder has mode 700 and each file mode 600. */
final class DataFiles {

    private static final Logger LOG = Logger.getLogger(DataFiles.class);
    private static final String SETTING = Settings.named("signet.database.directory");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** Beginnings of the names of files that Signet itself keeps beside the database. */
    private static final List<String> OWN = List.of("key-encryption-key", "admin-password");

    private final Path folder;
    private final String prefix;

    private DataFiles(Path database) {
        this.folder = database.resolveSibling(".").normalize();
        this.prefix = database.getFileName() + ".";
    }

    /**
     * Creates the folder and the database's file with their permissions, because the database would create them readable by
     * everyone, and corrects those that an earlier version left.
     */
    static void prepare(Path database) {
        new DataFiles(database).prepare();
    }

    private void prepare() {
        try {
            boolean posix = createFolder();
            if (!Files.isWritable(folder)) {
                throw unusable("this user may not write there");
            }
            if (posix) {
                createFile();
                restrictFiles();
                restrictFolder();
            }
        } catch (IOException e) {
            throw unusable(e.getClass().getSimpleName());
        }
    }

    private boolean createFolder() throws IOException {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        FileStore store = Files.getFileStore(existing);
        boolean posix = store.supportsFileAttributeView("posix");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder,
                    posix
                            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FOLDER)}
                            : new FileAttribute<?>[0]);
        }
        return posix;
    }

    // An empty file is a new database to H2.
    private void createFile() throws IOException {
        try {
            Files.createFile(folder.resolve(prefix + "mv.db"), PosixFilePermissions.asFileAttribute(FILE));
        } catch (FileAlreadyExistsException e) {
            // An installation of before, whose permissions are restricted next.
        }
    }

    private void restrictFiles() throws IOException {
        for (Path file : entries()) {
            if (file.getFileName().toString().startsWith(prefix) && Files.isRegularFile(file)) {
                try {
                    restrict(file, FILE);
                } catch (IOException e) {
                    LOG.warnf("Others may read %s, and its permissions cannot be changed: change its owner", file);
                }
            }
        }
    }

    private void restrictFolder() throws IOException {
        if (Files.getPosixFilePermissions(folder).equals(FOLDER)) {
            return;
        }
        if (!entries().stream().allMatch(this::isOwn)) {
            LOG.warnf(
                    "Others may look into %s, which also holds files that are not Signet's: chmod 700, or move them",
                    folder);
            return;
        }
        try {
            restrict(folder, FOLDER);
        } catch (IOException e) {
            // Of a mounted volume often another user is the owner; its files are restricted one by one.
            LOG.debugf("The permissions of %s cannot be changed", folder);
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (!Files.getPosixFilePermissions(path).equals(permissions)) {
            Files.setPosixFilePermissions(path, permissions);
            LOG.infof("Permissions of %s are now %s", path, PosixFilePermissions.toString(permissions));
        }
    }

    private boolean isOwn(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(prefix) || OWN.stream().anyMatch(name::startsWith);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private ConfigurationException unusable(String why) {
        return new ConfigurationException(
                SETTING + " is " + folder + ", where the database cannot be kept: " + why + ".");
    }
}
