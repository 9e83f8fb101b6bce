package dev.signet.accounts.password.argon2;

/** Cost of an Argon2id hash (RFC 9106 §3.1): memory in KiB, passes, lanes. */
public record Argon2Parameters(int memoryKib, int iterations, int parallelism) {

    // Django's default is 100 MiB in 8 lanes. A higher cost would only exhaust the service.
    private static final int MAX_MEMORY_KIB = 128 * 1024;
    private static final int MAX_ITERATIONS = 16;
    private static final int MAX_PARALLELISM = 16;
    private static final int MAX_WORK_KIB = 512 * 1024;

    public boolean areWithinLimits() {
        return parallelism >= 1
                && parallelism <= MAX_PARALLELISM
                && iterations >= 1
                && iterations <= MAX_ITERATIONS
                && memoryKib >= 8 * parallelism
                && memoryKib <= MAX_MEMORY_KIB
                && (long) memoryKib * iterations <= MAX_WORK_KIB;
    }

    public boolean isWeakerThan(Argon2Parameters other) {
        return memoryKib < other.memoryKib || iterations < other.iterations;
    }
}
