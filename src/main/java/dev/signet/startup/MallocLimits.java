package dev.signet.startup;

import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunctionPointer;
import org.graalvm.nativeimage.c.function.InvokeCFunctionPointer;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CTypeConversion;
import org.graalvm.nativeimage.c.type.CTypeConversion.CCharPointerHolder;
import org.graalvm.word.PointerBase;
import org.graalvm.word.UnsignedWord;
import org.graalvm.word.WordFactory;

import java.util.Map;

/**
 * Limits of the memory that the C library keeps after libargon2 and AWS-LC have released it. By default, glibc keeps an
 * arena for each thread, and each arena keeps the memory of a password hash. Other C libraries are left unchanged.
 */
final class MallocLimits {

    // Of malloc.h.
    private static final int M_ARENA_MAX = -8;
    private static final long TRIM_INTERVAL_MILLIS = 5_000;

    private final Trim trim;

    private MallocLimits(Trim trim) {
        this.trim = trim;
    }

    /**
     * Prevents further arenas of malloc, and returns released memory to the system every five seconds, unless environment
     * variables configure malloc. The main thread and two threads of the image have an arena already. Call it only in a
     * native image, before other threads exist.
     */
    static void apply() {
        if (isConfigured(System.getenv())) {
            return;
        }
        // Null if the C library has no such function.
        try (CCharPointerHolder malloptName = CTypeConversion.toCString("mallopt");
                CCharPointerHolder trimName = CTypeConversion.toCString("malloc_trim")) {
            Option mallopt = option(WordFactory.nullPointer(), malloptName.get());
            Trim trim = trim(WordFactory.nullPointer(), trimName.get());
            if (mallopt.isNonNull() && trim.isNonNull()) {
                mallopt.set(M_ARENA_MAX, 1);
                new MallocLimits(trim).startTrimming();
            }
        }
    }

    /** Returns whether environment variables of glibc configure malloc. */
    static boolean isConfigured(Map<String, String> environment) {
        return environment.keySet().stream().anyMatch(name -> name.startsWith("MALLOC_"))
                || environment.getOrDefault("GLIBC_TUNABLES", "").contains("glibc.malloc.");
    }

    private void startTrimming() {
        Thread thread = new Thread(this::trimPeriodically, "malloc-trim");
        thread.setDaemon(true);
        thread.start();
    }

    // Not M_TRIM_THRESHOLD or M_MMAP_THRESHOLD: with them, each hash requests all its pages from the kernel again.
    private void trimPeriodically() {
        try {
            while (true) {
                Thread.sleep(TRIM_INTERVAL_MILLIS);
                trim.call(WordFactory.zero());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @CFunction("dlsym")
    private static native Option option(PointerBase allLibraries, CCharPointer name);

    @CFunction("dlsym")
    private static native Trim trim(PointerBase allLibraries, CCharPointer name);

    /** {@code mallopt} of malloc.h. */
    private interface Option extends CFunctionPointer {

        @InvokeCFunctionPointer
        int set(int option, int value);
    }

    /** {@code malloc_trim} of malloc.h. */
    private interface Trim extends CFunctionPointer {

        @InvokeCFunctionPointer
        int call(UnsignedWord keptBytes);
    }
}
