package dev.signet.jose.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class AccpLibraryInImageTest {

    @TempDir
    Path folder;

    @Test
    void libraryWithoutDebugInformationLoads() throws IOException {
        byte[] library = AccpLibraryInImage.read();

        byte[] stored = AccpLibraryInImage.withoutDebugInformation(library);

        assertThat(stored).hasSizeLessThan(library.length / 2);
        assertThatCode(() -> load(stored)).doesNotThrowAnyException();
    }

    private void load(byte[] library) throws IOException {
        Path file = folder.resolve("library.so");
        Files.write(file, library);
        System.load(file.toString());
    }
}
