package dev.signet.database;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class InvalidatingCacheTest {

    private final InvalidatingCache<String, Integer> remembered = new InvalidatingCache<>(10);

    @Test
    void cacheNeverExceedsItsSize() {
        for (int i = 0; i < 1_000; i++) {
            add("key-" + i, i);

            assertThat(remembered.size()).isLessThanOrEqualTo(10);
        }

        assertThat(remembered.find("key-999")).isEqualTo(999);
        assertThat(remembered.find("key-0")).isNull();
    }

    @Test
    void recentlyReadValuesAreKept() {
        add("wanted", -1);
        for (int i = 0; i < 1_000; i++) {
            assertThat(remembered.find("wanted")).isEqualTo(-1);
            add("key-" + i, i);
        }
    }

    @Test
    void missingKeysUseNoSpace() {
        for (int i = 0; i < 1_000; i++) {
            remembered.find("nothing-" + i);
        }

        assertThat(remembered.size()).isZero();
    }

    @Test
    void valuesReadBeforeARemovalAreNotAdded() {
        long byKey = remembered.version();
        remembered.forget(List.of("a"));
        remembered.add("a", 1, byKey);
        long byValue = remembered.version();
        remembered.forgetIf(value -> false);
        remembered.add("b", 2, byValue);
        long all = remembered.version();
        remembered.forgetAll();
        remembered.add("c", 3, all);

        assertThat(remembered.size()).isZero();
    }

    @Test
    void removalAffectsBothGenerations() {
        for (int i = 0; i < 8; i++) {
            add("key-" + i, i);
        }
        remembered.forget(List.of("key-0", "key-7"));
        remembered.forgetIf(value -> value == 1 || value == 6);

        for (int i : List.of(0, 1, 6, 7)) {
            assertThat(remembered.find("key-" + i)).isNull();
        }
        assertThat(remembered.find("key-3")).isEqualTo(3);
        remembered.forgetAll();
        assertThat(remembered.size()).isZero();
    }

    private void add(String key, int value) {
        remembered.add(key, value, remembered.version());
    }
}
