package dev.signet.accounts.password.argon2;

/** Argon2id in Java, for every platform, in pooled memory. */
final class JavaArgon2 implements Argon2 {

    private final Argon2Memory<long[]> memoryPool;

    /** Creates an implementation that keeps memory for hashes of this size in KiB. */
    JavaArgon2(int pooledKib) {
        this.memoryPool = new Argon2Memory<>(pooledKib, JavaArgon2::allocate);
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public byte[] hash(Argon2Parameters parameters, byte[] password, byte[] salt, int length) {
        if (!memoryPool.pools(parameters.memoryKib())) {
            long[] memory = allocate(parameters.memoryKib());
            return new Argon2Computation(parameters, memory).hash(password, salt, length);
        }
        long[] memory = memoryPool.borrow();
        try {
            return new Argon2Computation(parameters, memory).hash(password, salt, length);
        } finally {
            memoryPool.release(memory);
        }
    }

    private static long[] allocate(int kib) {
        return new long[Argon2Computation.words(kib)];
    }
}
