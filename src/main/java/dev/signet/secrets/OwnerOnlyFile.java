package dev.signet.secrets;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Permissions of a new file with a secret. */
public final class OwnerOnlyFile {

    private OwnerOnlyFile() {}

    /**
     * Returns the attributes with which only the owner can read the file, for its creation. Windows has no POSIX
     * permissions; there the access control list of the directory applies.
     */
    public static FileAttribute<?>[] attributes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
