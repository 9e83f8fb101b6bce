package dev.signet.accounts.password.argon2;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The functions of a C library, called through {@code java.lang.foreign}. Signet is compiled for Java 17, which does
 * not have this package, so this class uses it by reflection. Initialize the class only in a Java version with the
 * package. Addresses are {@code long} values.
 */
final class ForeignFunctions {

    static final int FIRST_JAVA_VERSION = 22;

    private static final Class<?> ARENA = type("Arena");
    private static final Class<?> LINKER = type("Linker");
    private static final Class<?> SYMBOLS = type("SymbolLookup");
    private static final Class<?> MEMORY = type("MemorySegment");
    private static final Class<?> LAYOUT = type("MemoryLayout");
    private static final Class<?> VALUE_LAYOUT = type("ValueLayout");
    private static final Class<?> DESCRIPTOR = type("FunctionDescriptor");

    private static final Object NO_OPTIONS = Array.newInstance(type("Linker$Option"), 0);

    private static final Method GLOBAL_ARENA = method(ARENA, "global");
    private static final Method NATIVE_LINKER = method(LINKER, "nativeLinker");
    private static final Method OPEN_LIBRARY = method(SYMBOLS, "libraryLookup", String.class, ARENA);
    private static final Method FIND = method(SYMBOLS, "find", String.class);
    private static final Method FUNCTION = method(LINKER, "downcallHandle", MEMORY, DESCRIPTOR, NO_OPTIONS.getClass());
    private static final Method CALLBACK =
            method(LINKER, "upcallStub", MethodHandle.class, DESCRIPTOR, ARENA, NO_OPTIONS.getClass());
    private static final Method SIGNATURE = method(DESCRIPTOR, "of", LAYOUT, LAYOUT.arrayType());
    private static final Method SIGNATURE_WITHOUT_RESULT = method(DESCRIPTOR, "ofVoid", LAYOUT.arrayType());
    private static final Method MEMORY_ADDRESS = method(MEMORY, "address");
    private static final Method OF_BUFFER = method(MEMORY, "ofBuffer", Buffer.class);
    private static final Method OF_ADDRESS = method(MEMORY, "ofAddress", long.class);
    private static final Method RESIZE = method(MEMORY, "reinterpret", long.class);
    private static final Method AS_BUFFER = method(MEMORY, "asByteBuffer");

    private final Object linker;
    private final Object symbols;

    private ForeignFunctions(Object linker, Object symbols) {
        this.linker = linker;
        this.symbols = symbols;
    }

    /**
     * Loads a library from a folder of {@code java.library.path}, or else from the folders of the system.
     *
     * @param name the name of its file
     * @return empty if it cannot be loaded
     * @throws IllegalCallerException if native access is not enabled
     * @throws UnsupportedOperationException if this platform cannot call C functions
     */
    static Optional<ForeignFunctions> open(String name) {
        Stream<String> files = Arrays.stream(
                        System.getProperty("java.library.path", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(path -> path.isAbsolute() && Files.exists(path))
                .map(Path::toString);
        return Stream.concat(files, Stream.of(name))
                .flatMap(file -> symbols(file).stream())
                .findFirst()
                .map(symbols -> new ForeignFunctions(call(NATIVE_LINKER, null), symbols));
    }

    private static Optional<Object> symbols(String file) {
        try {
            return Optional.of(call(OPEN_LIBRARY, null, file, call(GLOBAL_ARENA, null)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns a handle of a function. Its types are {@code int}, {@code long} and {@code void}.
     *
     * @throws NoSuchElementException if the library has no such function
     */
    MethodHandle function(String name, Class<?> result, Class<?>... parameters) {
        Object symbol = ((Optional<?>) call(FIND, symbols, name))
                .orElseThrow(() -> new NoSuchElementException("it has no function " + name));
        return (MethodHandle) call(FUNCTION, linker, symbol, signature(result, parameters), NO_OPTIONS);
    }

    /** Returns the address of a C function that calls a method. It remains valid until the process ends. */
    long callback(MethodHandle method) {
        Object signature = signature(method.type().returnType(), method.type().parameterArray());
        Object function = call(CALLBACK, linker, method, signature, call(GLOBAL_ARENA, null), NO_OPTIONS);
        return (long) call(MEMORY_ADDRESS, function);
    }

    /** Returns the address of a direct buffer. */
    static long memoryAddress(ByteBuffer buffer) {
        return (long) call(MEMORY_ADDRESS, call(OF_BUFFER, null, buffer));
    }

    /** Returns the memory at an address, in the byte order of the machine. */
    static ByteBuffer memory(long memoryAddress, long size) {
        Object memory = call(RESIZE, call(OF_ADDRESS, null, memoryAddress), size);
        return ((ByteBuffer) call(AS_BUFFER, memory)).order(ByteOrder.nativeOrder());
    }

    private static Object signature(Class<?> result, Class<?>... parameters) {
        Object layouts = Array.newInstance(LAYOUT, parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            Array.set(layouts, i, layout(parameters[i]));
        }
        return result == void.class
                ? call(SIGNATURE_WITHOUT_RESULT, null, layouts)
                : call(SIGNATURE, null, layout(result), layouts);
    }

    private static Object layout(Class<?> type) {
        try {
            return VALUE_LAYOUT
                    .getField("JAVA_" + type.getName().toUpperCase(Locale.ROOT))
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("java.lang.foreign." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Method method, @Nullable Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
