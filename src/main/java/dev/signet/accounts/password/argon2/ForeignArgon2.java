package dev.signet.accounts.password.argon2;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * Argon2id by the reference implementation of the system, {@code libargon2.so.1}, on a JVM of version 22 or later. Its
 * working memory is pooled: the pages of new memory would add half of the time of a hash. The library wipes the memory.
 */
final class ForeignArgon2 implements Argon2 {

    private static final Logger LOG = Logger.getLogger(ForeignArgon2.class);
    private static final String LIBRARY = "libargon2.so.1";
    private static final int ARGON2_ID = 2;
    private static final int VERSION = 0x13;
    private static final int BYTES_PER_KIB = 1024;
    private static final int ALLOCATION_FAILED = -1;

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
    private static final ThreadLocal<@Nullable LongUnaryOperator> PROVIDER = new ThreadLocal<>();

    private final MethodHandle compute;
    private final long allocate;
    private final long release;
    private final Argon2Memory<ByteBuffer> memoryPool;

    private ForeignArgon2(ForeignFunctions library, int pooledKib) {
        this.memoryPool = new Argon2Memory<>(pooledKib, kib -> ByteBuffer.allocateDirect(kib * BYTES_PER_KIB));
        this.compute = library.function("argon2_ctx", int.class, long.class, int.class);
        this.allocate = library.callback(method("allocate", int.class));
        this.release = library.callback(method("release", void.class));
    }

    /**
     * Loads the library. Call it only on Java 22 or later.
     *
     * @param pooledKib memory of the hashes, in KiB, whose memory is pooled
     * @return empty if there is no library that this process can call
     */
    static Optional<ForeignArgon2> open(int pooledKib) {
        try {
            return ForeignFunctions.open(LIBRARY).map(library -> new ForeignArgon2(library, pooledKib));
        } catch (NoSuchElementException | IllegalCallerException | UnsupportedOperationException e) {
            LOG.warnf("%s cannot be used: %s", LIBRARY, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "libargon2";
    }

    @Override
    public byte[] hash(Argon2Parameters parameters, byte[] password, byte[] salt, int length) {
        if (!memoryPool.pools(parameters.memoryKib())) {
            return compute(parameters, password, salt, length, false);
        }
        ByteBuffer memory = memoryPool.borrow();
        try {
            return hash(parameters, password, salt, length, size -> memoryAddress(memory, size));
        } finally {
            memoryPool.release(memory);
        }
    }

    /** Computes a hash in memory whose address a function returns for a size in octets. */
    byte[] hash(Argon2Parameters parameters, byte[] password, byte[] salt, int length, LongUnaryOperator provider) {
        PROVIDER.set(provider);
        try {
            return compute(parameters, password, salt, length, true);
        } finally {
            PROVIDER.remove();
        }
    }

    private static long memoryAddress(ByteBuffer memory, long size) {
        if (memory.capacity() < size) {
            throw new IllegalArgumentException(size + " octets requested, " + memory.capacity() + " available");
        }
        return ForeignFunctions.memoryAddress(memory);
    }

    private byte[] compute(
            Argon2Parameters parameters, byte[] password, byte[] salt, int length, boolean inProvidedMemory) {
        ByteBuffer context = ByteBuffer.allocateDirect(CONTEXT_BYTES + password.length + salt.length + length)
                .order(ByteOrder.nativeOrder());
        long memoryAddress = ForeignFunctions.memoryAddress(context);
        int passwordAt = CONTEXT_BYTES;
        int saltAt = passwordAt + password.length;
        int hashAt = saltAt + salt.length;
        context.put(passwordAt, password).put(saltAt, salt);
        putBytes(context, PASSWORD, memoryAddress + passwordAt, password.length);
        putBytes(context, SALT, memoryAddress + saltAt, salt.length);
        putBytes(context, HASH, memoryAddress + hashAt, length);
        context.putInt(ITERATIONS, parameters.iterations())
                .putInt(MEMORY_KIB, parameters.memoryKib())
                .putInt(LANES, parameters.parallelism())
                .putInt(THREADS, 1)
                .putInt(CONTEXT_VERSION, VERSION);
        if (inProvidedMemory) {
            context.putLong(ALLOCATE, allocate).putLong(RELEASE, release);
        }
        try {
            int failure = (int) compute.invokeExact(memoryAddress, ARGON2_ID);
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
    private static void putBytes(ByteBuffer context, int member, long memoryAddress, int length) {
        context.putLong(member, memoryAddress).putInt(member + Long.BYTES, length);
    }

    // int (*allocate_cbk)(uint8_t **memory, size_t bytes_to_allocate)
    static int allocate(long result, long size) {
        // A throwable that leaves this method would end the process.
        try {
            LongUnaryOperator provider = Objects.requireNonNull(PROVIDER.get());
            ForeignFunctions.memory(result, Long.BYTES).putLong(0, provider.applyAsLong(size));
            return 0;
        } catch (Throwable e) {
            return ALLOCATION_FAILED;
        }
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
