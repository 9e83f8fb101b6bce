package dev.signet.startup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class MallocLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "MALLOC_ARENA_MAX, 4",
        "MALLOC_TRIM_THRESHOLD_, 131072",
        "GLIBC_TUNABLES, glibc.malloc.arena_max=4",
        "GLIBC_TUNABLES, glibc.rtld.nns=2:glibc.malloc.tcache_count=0"
    })
    void environmentConfiguresMalloc(String variable, String value) {
        assertThat(MallocLimits.isConfigured(Map.of(variable, value))).isTrue();
    }

    @Test
    void otherVariablesDoNotConfigureMalloc() {
        assertThat(MallocLimits.isConfigured(Map.of("GLIBC_TUNABLES", "glibc.rtld.nns=2", "PATH", "/bin")))
                .isFalse();
    }
}
