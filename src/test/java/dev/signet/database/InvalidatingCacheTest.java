package dev.signet.database;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class InvalidatingCacheTest {

    private final InvalidatingCache<String, Integer> cache = new InvalidatingCache<>(10);

    @Test
    void cacheNeverExceedsItsSize() {
        for (int i = 0; i < 1_000; i++) {
            add("key-" + i, i);

            assertThat(cache.size()).isLessThanOrEqualTo(10);
        }

        assertThat(cache.find("key-999")).isEqualTo(999);
        assertThat(IntStream.range(0, 1_000).filter(i -> cache.find("key-" + i) != null))
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void recentlyReadValuesAreKept() {
        add("wanted", -1);
        for (int i = 0; i < 1_000; i++) {
            assertThat(cache.find("wanted")).isEqualTo(-1);
            add("key-" + i, i);
        }
    }

    @Test
    void missingKeysUseNoSpace() {
        for (int i = 0; i < 1_000; i++) {
            cache.find("nothing-" + i);
        }

        assertThat(cache.size()).isZero();
    }

    @Test
    void valuesReadBeforeARemovalAreNotAdded() {
        long byKey = cache.version();
        cache.invalidate(List.of("a"));
        cache.add("a", 1, byKey);
        long byValue = cache.version();
        cache.invalidateIf(value -> false);
        cache.add("b", 2, byValue);
        long all = cache.version();
        cache.invalidateAll();
        cache.add("c", 3, all);

        assertThat(cache.size()).isZero();
    }

    @Test
    void removedValuesAreNotFound() {
        for (int i = 0; i < 8; i++) {
            add("key-" + i, i);
        }
        cache.invalidate(List.of("key-0", "key-7"));
        cache.invalidateIf(value -> value == 1 || value == 6);

        for (int i : List.of(0, 1, 6, 7)) {
            assertThat(cache.find("key-" + i)).isNull();
        }
        assertThat(cache.find("key-3")).isEqualTo(3);
        cache.invalidateAll();
        assertThat(cache.size()).isZero();
    }

    private void add(String key, int value) {
        cache.add(key, value, cache.version());
    }
}
