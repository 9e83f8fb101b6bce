package dev.signet.accounts.password;

/** Argon2id in Java, for every platform, in pooled memory. */
final class JavaArgon2 implements Argon2 {

    private final Argon2Memory<long[]> memoryPool = new Argon2Memory<>(
            kib -> new long[Argon2Computation.words(kib)], memory -> memory.length / Argon2Computation.words(1));

    @Override
    public String name() {
        return "java";
    }

    @Override
    public byte[] hash(Argon2Parameters parameters, byte[] password, byte[] salt, int length) {
        long[] memory = memoryPool.borrow(parameters.memoryKib());
        try {
            return new Argon2Computation(parameters, memory).hash(password, salt, length);
        } finally {
            memoryPool.release(memory);
        }
    }
}
