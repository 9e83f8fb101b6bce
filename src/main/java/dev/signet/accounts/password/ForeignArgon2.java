package dev.signet.accounts.password;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Argon2id by the reference implementation of the system, {@code libargon2.so.1}, on a JVM of version 22 or later. Its
 * working memory is pooled: the pages of new memory would add half of the time of a hash. The library wipes the memory.
 */
final class ForeignArgon2 implements Argon2 {

    private static final String LIBRARY = "libargon2.so.1";
    private static final int ARGON2_ID = 2;
    private static final int VERSION = 0x13;
    private static final int BYTES_PER_KIB = 1024;

    // The structure argon2_context of argon2.h, on machines with addresses of 64 bits.
    private static final int CONTEXT_BYTES = 120;
    private static final int HASH = 0;
    private static final int PASSWORD = 16;
    private static final int SALT = 32;
    private static final int ITERATIONS = 76;
    private static final int MEMORY_KIB = 80;
    private static final int LANES = 84;
    private static final int THREADS = 88;
    private static final int CONTEXT_VERSION = 92;
    private static final int ALLOCATE = 96;
    private static final int RELEASE = 104;

    // The library asks for its memory on the thread that computes the hash.
    private static final ThreadLocal<@Nullable Long> PROVIDED = new ThreadLocal<>();

    private final MethodHandle compute;
    private final long allocate;
    private final long release;
    private final Argon2Memory<ByteBuffer> memoryPool = new Argon2Memory<>(
            kib -> ByteBuffer.allocateDirect(kib * BYTES_PER_KIB), memory -> memory.capacity() / BYTES_PER_KIB);

    private ForeignArgon2(ForeignFunctions library) {
        this.compute = library.function("argon2_ctx", int.class, long.class, int.class);
        this.allocate = library.callback(method("allocate", int.class));
        this.release = library.callback(method("release", void.class));
    }

    /** Loads the library. Call it only on Java 22 or later. */
    static Optional<Argon2> open() {
        return ForeignFunctions.open(LIBRARY).map(ForeignArgon2::new);
    }

    @Override
    public String name() {
        return "libargon2";
    }

    @Override
    public byte[] hash(Argon2Parameters parameters, byte[] password, byte[] salt, int length) {
        if (parameters.memoryKib() > Argon2Memory.MAX_POOLED_KIB) {
            return compute(parameters, password, salt, length);
        }
        ByteBuffer memory = memoryPool.borrow(parameters.memoryKib());
        PROVIDED.set(ForeignFunctions.address(memory));
        try {
            return compute(parameters, password, salt, length);
        } finally {
            PROVIDED.remove();
            memoryPool.release(memory);
        }
    }

    private byte[] compute(Argon2Parameters parameters, byte[] password, byte[] salt, int length) {
        ByteBuffer context = ByteBuffer.allocateDirect(CONTEXT_BYTES + password.length + salt.length + length)
                .order(ByteOrder.nativeOrder());
        long address = ForeignFunctions.address(context);
        int passwordAt = CONTEXT_BYTES;
        int saltAt = passwordAt + password.length;
        int hashAt = saltAt + salt.length;
        context.put(passwordAt, password).put(saltAt, salt);
        putBytes(context, PASSWORD, address + passwordAt, password.length);
        putBytes(context, SALT, address + saltAt, salt.length);
        putBytes(context, HASH, address + hashAt, length);
        context.putInt(ITERATIONS, parameters.iterations())
                .putInt(MEMORY_KIB, parameters.memoryKib())
                .putInt(LANES, parameters.parallelism())
                .putInt(THREADS, 1)
                .putInt(CONTEXT_VERSION, VERSION);
        if (PROVIDED.get() != null) {
            context.putLong(ALLOCATE, allocate).putLong(RELEASE, release);
        }
        try {
            int failure = (int) compute.invokeExact(address, ARGON2_ID);
            if (failure != 0) {
                throw new IllegalStateException(LIBRARY + " returned " + failure + " for " + parameters);
            }
            byte[] hash = new byte[length];
            context.get(hashAt, hash);
            return hash;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        } finally {
            context.put(CONTEXT_BYTES, new byte[context.capacity() - CONTEXT_BYTES]);
        }
    }

    // Octets of the context: an address, followed by the number of octets.
    private static void putBytes(ByteBuffer context, int member, long address, int length) {
        context.putLong(member, address).putInt(member + Long.BYTES, length);
    }

    // int (*allocate_cbk)(uint8_t **memory, size_t bytes_to_allocate)
    static int allocate(long result, long unusedSize) {
        Long provided = PROVIDED.get();
        if (provided == null) {
            return -1;
        }
        ForeignFunctions.memory(result, Long.BYTES).putLong(0, provided);
        return 0;
    }

    // void (*free_cbk)(uint8_t *memory, size_t bytes_to_allocate)
    static void release(long unusedMemory, long unusedSize) {
        // The memory returns to the pool after the call.
    }

    private static MethodHandle method(String name, Class<?> result) {
        try {
            return MethodHandles.lookup()
                    .findStatic(ForeignArgon2.class, name, MethodType.methodType(result, long.class, long.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
