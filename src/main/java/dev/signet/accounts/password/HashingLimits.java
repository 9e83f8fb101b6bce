package dev.signet.accounts.password;

/**
 * The limits of password hashes that follow from the memory of the process: together they need at most half of the
 * heap's limit, or the memory of one new hash if that is more.
 *
 * @param concurrentHashes how many new hashes may run at once; at most one per core
 * @param maxKib the most memory of an imported hash, in KiB
 */
record HashingLimits(int concurrentHashes, int maxKib) {

    static HashingLimits of(int memoryKib, int cores, long maxHeapBytes) {
        int halfKib = (int) Math.min(Integer.MAX_VALUE, maxHeapBytes / 2 / 1024);
        int hashes = halfKib / Math.max(1, memoryKib);
        return new HashingLimits(Math.max(1, Math.min(cores, hashes)), Math.max(halfKib, memoryKib));
    }
}
