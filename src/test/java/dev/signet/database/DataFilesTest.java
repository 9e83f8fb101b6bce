package dev.signet.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFilesTest {

    @TempDir
    Path home;

    @Test
    void newDatabaseIsReadableByItsOwnerOnly() throws Exception {
        Path folder = home.resolve("new/data");

        DataFiles.prepare(folder.resolve("signet"), "the setting");
        try (Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("signet") + ";TRACE_LEVEL_FILE=1", "signet", "")) {
            connection.createStatement().execute("create table t (id int)");

            assertThat(permissions(folder)).isEqualTo("rwx------");
            for (Path file : filesOf(folder)) {
                assertThat(permissions(file)).as(file.toString()).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void filesOfAnOlderVersionAreRestricted() throws Exception {
        Path folder = Files.createDirectory(home.resolve("data"), mode("rwxr-xr-x"));
        Path database = Files.createFile(folder.resolve("signet.mv.db"), mode("rw-r--r--"));
        Path trace = Files.createFile(folder.resolve("signet.trace.db"), mode("rw-r--r--"));

        DataFiles.prepare(folder.resolve("signet"), "the setting");

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(database)).isEqualTo("rw-------");
        assertThat(permissions(trace)).isEqualTo("rw-------");
    }

    @Test
    void folderWithOtherFilesKeepsItsPermissions() throws Exception {
        Path folder = Files.createDirectory(home.resolve("shared"), mode("rwxr-xr-x"));
        Path other = Files.createFile(folder.resolve("notes.txt"), mode("rw-r--r--"));

        DataFiles.prepare(folder.resolve("signet"), "the setting");

        assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
        assertThat(permissions(other)).isEqualTo("rw-r--r--");
        assertThat(permissions(folder.resolve("signet.mv.db"))).isEqualTo("rw-------");
    }

    @Test
    void errorNamesTheFolderThatCannotBeCreated() throws Exception {
        Path file = Files.createFile(home.resolve("file"));

        assertThatThrownBy(() -> DataFiles.prepare(file.resolve("data/signet"), "the setting"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "the setting leads to", file.resolve("data").toString());
    }

    private static java.nio.file.attribute.FileAttribute<?> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<Path> filesOf(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
