package dev.signet.accounts.password;

/** Argon2id in Java, for every platform, in pooled memory. */
final class JavaArgon2 implements Argon2 {

    private final Argon2Memory memoryPool = new Argon2Memory();

    @Override
    public String name() {
        return "java";
    }

    @Override
    public byte[] hash(Argon2Parameters parameters, byte[] password, byte[] salt, int length) {
        long[] memory = memoryPool.borrow(Argon2Computation.words(parameters));
        try {
            return new Argon2Computation(parameters, memory).hash(password, salt, length);
        } finally {
            memoryPool.release(memory);
        }
    }
}
