package dev.signet.accounts.password.argon2;

import org.graalvm.nativeimage.UnmanagedMemory;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunctionPointer;
import org.graalvm.nativeimage.c.function.InvokeCFunctionPointer;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CTypeConversion;
import org.graalvm.nativeimage.c.type.CTypeConversion.CCharPointerHolder;
import org.graalvm.nativeimage.c.type.VoidPointer;
import org.graalvm.word.PointerBase;
import org.graalvm.word.UnsignedWord;
import org.graalvm.word.WordFactory;

import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Argon2id by the reference implementation of the system, {@code libargon2.so.1}. Available only in a native image,
 * which calls C directly. The library allocates and wipes its working memory itself.
 *
 * <p>glibc keeps the memory of a hash in the arena of the thread that computed it, and has three arenas before {@code
 * main} can limit them. So a few threads compute all hashes: one for each concurrent hash. They use the first arena,
 * because only its memory returns to the system completely. The threads never end; the limit of concurrent hashes is also
 * theirs.
 */
final class SystemArgon2 implements Argon2 {

    private static final String LIBRARY = "libargon2.so.1";
    private static final String FUNCTION = "argon2id_hash_raw";
    private static final int RTLD_NOW = 2;
    private static final int ATTEMPTS = 8;

    private final HashFunction function;
    private final Deque<Executor> idleThreads = new ConcurrentLinkedDeque<>();

    private SystemArgon2(HashFunction function) {
        this.function = function;
    }

    /** Loads the library. Call it only in a native image. */
    static Optional<SystemArgon2> open() {
        try (CCharPointerHolder library = CTypeConversion.toCString(LIBRARY);
                CCharPointerHolder name = CTypeConversion.toCString(FUNCTION)) {
            VoidPointer handle = dlopen(library.get(), RTLD_NOW);
            if (handle.isNull()) {
                return Optional.empty();
            }
            HashFunction function = dlsym(handle, name.get());
            return function.isNull() ? Optional.empty() : Optional.of(new SystemArgon2(function));
        }
    }

    @Override
    public String name() {
        return "libargon2";
    }

    @Override
    public byte[] hash(Argon2Parameters parameters, byte[] password, byte[] salt, int length) {
        Executor idle = idleThreads.pollFirst();
        Executor thread = idle == null ? newThread() : idle;
        try {
            return CompletableFuture.supplyAsync(() -> compute(parameters, password, salt, length), thread)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        } finally {
            idleThreads.addFirst(thread);
        }
    }

    // glibc assigns its arenas to new threads in turn.
    private static Executor newThread() {
        ExecutorService thread = startThread();
        for (int attempt = 1; attempt < ATTEMPTS && !usesFirstArena(thread); attempt++) {
            thread.shutdown();
            thread = startThread();
        }
        return thread;
    }

    private static ExecutorService startThread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "argon2");
            thread.setDaemon(true);
            return thread;
        });
    }

    // The first arena lies below the end of the data segment, the others above it.
    private static boolean usesFirstArena(Executor thread) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            VoidPointer memory = UnmanagedMemory.malloc(1024);
                            boolean first =
                                    memory.rawValue() < endOfDataSegment(0).rawValue();
                            UnmanagedMemory.free(memory);
                            return first;
                        },
                        thread)
                .join();
    }

    private byte[] compute(Argon2Parameters parameters, byte[] password, byte[] salt, int length) {
        int size = password.length + salt.length + length;
        CCharPointer memory = UnmanagedMemory.malloc(size);
        ByteBuffer view = CTypeConversion.asByteBuffer(memory, size);
        try {
            view.put(password).put(salt);
            int failure = function.call(
                    parameters.iterations(),
                    parameters.memoryKib(),
                    parameters.parallelism(),
                    memory,
                    WordFactory.unsigned(password.length),
                    memory.addressOf(password.length),
                    WordFactory.unsigned(salt.length),
                    memory.addressOf(password.length + salt.length),
                    WordFactory.unsigned(length));
            if (failure != 0) {
                throw new IllegalStateException(LIBRARY + " returned " + failure + " for " + parameters);
            }
            byte[] hash = new byte[length];
            view.get(hash);
            return hash;
        } finally {
            view.clear().put(new byte[size]);
            UnmanagedMemory.free(memory);
        }
    }

    @CFunction("dlopen")
    private static native VoidPointer dlopen(CCharPointer library, int flags);

    @CFunction("sbrk")
    private static native VoidPointer endOfDataSegment(long increment);

    @CFunction("dlsym")
    private static native HashFunction dlsym(PointerBase handle, CCharPointer name);

    /** {@code argon2id_hash_raw} of argon2.h. */
    private interface HashFunction extends CFunctionPointer {

        @InvokeCFunctionPointer
        int call(
                int passes,
                int memoryKib,
                int lanes,
                PointerBase password,
                UnsignedWord passwordLength,
                PointerBase salt,
                UnsignedWord saltLength,
                PointerBase hash,
                UnsignedWord hashLength);
    }
}
