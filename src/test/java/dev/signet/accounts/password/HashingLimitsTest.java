package dev.signet.accounts.password;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HashingLimitsTest {

    private static final int MEMORY_KIB = 19_456;

    @Test
    void concurrentHashesFitIntoHalfOfTheHeap() {
        assertThat(concurrentHashes(MEMORY_KIB, 2, 256L << 20)).isEqualTo(2);
        assertThat(concurrentHashes(MEMORY_KIB, 32, 256L << 20)).isEqualTo(6);
        assertThat(concurrentHashes(131_072, 4, 64L << 20)).isEqualTo(1);
        assertThat(concurrentHashes(MEMORY_KIB, 4, Long.MAX_VALUE)).isEqualTo(4);
    }

    @Test
    void importedHashMayNeedHalfOfTheHeapOrAsMuchAsNewOne() {
        assertThat(HashingGate.Limits.of(MEMORY_KIB, 2, 256L << 20).maxKib()).isEqualTo(128 << 10);
        assertThat(HashingGate.Limits.of(MEMORY_KIB, 2, 32L << 20).maxKib()).isEqualTo(MEMORY_KIB);
    }

    private static int concurrentHashes(int memoryKib, int cores, long maxHeapBytes) {
        return HashingGate.Limits.of(memoryKib, cores, maxHeapBytes).concurrentHashes();
    }
}
