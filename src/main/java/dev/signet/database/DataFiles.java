package dev.signet.database;

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

/**
 * The files of the embedded database, which only their owner may read: the folder has mode 700 and each file mode 600.
 */
final class DataFiles {

    private static final Logger LOG = Logger.getLogger(DataFiles.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** Prefixes of the names of the files that Signet itself stores in the folder. */
    private static final List<String> OWN = List.of("key-encryption-key", "admin-password");

    private final Path folder;
    private final String prefix;
    private final String setting;

    private DataFiles(Path database, String setting) {
        this.folder = database.resolveSibling(".").normalize();
        this.prefix = database.getFileName() + ".";
        this.setting = setting;
    }

    /**
     * Creates the folder and the database's file, readable only by this user, and corrects the permissions of existing
     * ones. The database itself would create files that every user can read.
     *
     * @param setting the setting that a failure names
     * @throws ConfigurationException if the folder cannot contain the database
     */
    static void prepare(Path database, String setting) {
        new DataFiles(database, setting).prepare();
    }

    private void prepare() {
        try {
            boolean posix = createFolder();
            if (!Files.isWritable(folder)) {
                throw unusable("the user of Signet may not write to it");
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

    // H2 accepts an empty file as a new database.
    private void createFile() throws IOException {
        try {
            Files.createFile(folder.resolve(prefix + "mv.db"), PosixFilePermissions.asFileAttribute(FILE));
        } catch (FileAlreadyExistsException e) {
            // The database exists; the caller restricts its permissions next.
        }
    }

    private void restrictFiles() throws IOException {
        for (Path file : entries()) {
            if (file.getFileName().toString().startsWith(prefix) && Files.isRegularFile(file)) {
                try {
                    restrict(file, FILE);
                } catch (IOException e) {
                    LOG.warnf(
                            "Other users may read %s, and Signet cannot change its permissions: change its owner to"
                                    + " the user of Signet",
                            file);
                }
            }
        }
    }

    private void restrictFolder() throws IOException {
        if (Files.getPosixFilePermissions(folder).equals(FOLDER)) {
            return;
        }
        if (!entries().stream().allMatch(this::isDatabaseFile)) {
            LOG.warnf(
                    "Other users may list %s, which also contains files of other programs: move those files,"
                            + " or set mode 700",
                    folder);
            return;
        }
        try {
            restrict(folder, FOLDER);
        } catch (IOException e) {
            // Another user often owns a mounted volume; each file is restricted by itself.
            LOG.debugf("Cannot change the permissions of %s", folder);
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (!Files.getPosixFilePermissions(path).equals(permissions)) {
            Files.setPosixFilePermissions(path, permissions);
            LOG.infof("Permissions of %s are now %s", path, PosixFilePermissions.toString(permissions));
        }
    }

    private boolean isDatabaseFile(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(prefix) || OWN.stream().anyMatch(name::startsWith);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private ConfigurationException unusable(String reason) {
        return new ConfigurationException(
                setting + " leads to " + folder + ", which cannot contain the database: " + reason + ".");
    }
}
