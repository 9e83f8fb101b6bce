package dev.signet.database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseUrlTest {

    @Test
    void embeddedDatabaseUrlHasAFile() {
        assertThat(DatabaseUrl.file("jdbc:h2:file:/data/signet;MODE=PostgreSQL"))
                .contains(Path.of("/data/signet"));
        assertThat(DatabaseUrl.file("jdbc:h2:/data/signet")).contains(Path.of("/data/signet"));
        assertThat(DatabaseUrl.file("jdbc:h2:~/signet")).contains(Path.of(System.getProperty("user.home"), "signet"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:mem:dev;MODE=PostgreSQL", "jdbc:h2:tcp://host/signet", "jdbc:postgresql://host/signet"})
    void remoteAndInMemoryDatabasesHaveNoFile(String url) {
        assertThat(DatabaseUrl.file(url)).isEmpty();
        assertThat(DatabaseUrl.isSupported(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"postgresql://host/signet", "jdbc:mysql://host/signet", "jdbc:postgresql://host:port/signet", ""
            })
    void unknownOrInvalidUrlsAreNotSupported(String url) {
        assertThat(DatabaseUrl.isSupported(url)).isFalse();
    }

    @Test
    void urlParametersAreRemoved() {
        assertThat(DatabaseUrl.withoutParameters("jdbc:postgresql://host/signet?password=secret"))
                .isEqualTo("jdbc:postgresql://host/signet");
    }
}
