package dev.signet.accounts.password.argon2;

import org.bouncycastle.crypto.digests.Blake2bDigest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * One computation of Argon2id, version 19 (RFC 9106 §3.2, §3.4), lane after lane, in memory that the caller provides.
 */
final class Argon2Computation {

    private static final int VERSION = 0x13;
    private static final int TYPE_ID = 2;
    private static final int SLICES = 4;
    private static final int WORDS = BlockMixer.WORDS;
    private static final int BLOCK_BYTES = WORDS * Long.BYTES;
    private static final int H0_BYTES = 64;
    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Argon2Parameters parameters;
    private final int segment;
    private final int columns;
    private final long[] memory;
    private final BlockMixer mixer = new BlockMixer();
    // A zero block, the input and two outputs of the address generator of §3.4.1.2.
    private final long[] addressBlock = new long[4 * WORDS];

    Argon2Computation(Argon2Parameters parameters, long[] memory) {
        this.parameters = parameters;
        this.segment = parameters.memoryKib() / (SLICES * parameters.parallelism());
        this.columns = SLICES * segment;
        this.memory = memory;
    }

    /** Returns the number of words in an amount of memory. */
    static int words(int kib) {
        return kib * WORDS;
    }

    byte[] hash(byte[] password, byte[] salt, int length) {
        begin(password, salt, length);
        for (int pass = 0; pass < parameters.iterations(); pass++) {
            for (int slice = 0; slice < SLICES; slice++) {
                for (int lane = 0; lane < parameters.parallelism(); lane++) {
                    fill(pass, slice, lane);
                }
            }
        }
        return end(length);
    }

    private void begin(byte[] password, byte[] salt, int length) {
        Blake2bDigest digest = new Blake2bDigest(H0_BYTES * Byte.SIZE);
        VariableHash.putInt(digest, parameters.parallelism());
        VariableHash.putInt(digest, length);
        VariableHash.putInt(digest, parameters.memoryKib());
        VariableHash.putInt(digest, parameters.iterations());
        VariableHash.putInt(digest, VERSION);
        VariableHash.putInt(digest, TYPE_ID);
        for (byte[] part : new byte[][] {password, salt, {}, {}}) {
            VariableHash.putInt(digest, part.length);
            digest.update(part, 0, part.length);
        }
        byte[] seed = new byte[H0_BYTES + 2 * Integer.BYTES];
        digest.doFinal(seed, 0);
        for (int lane = 0; lane < parameters.parallelism(); lane++) {
            seed[H0_BYTES + Integer.BYTES] = (byte) lane;
            for (int column = 0; column < 2; column++) {
                seed[H0_BYTES] = (byte) column;
                byte[] block = VariableHash.of(seed, BLOCK_BYTES);
                for (int i = 0; i < WORDS; i++) {
                    memory[offset(lane, column) + i] = (long) LITTLE_ENDIAN.get(block, i * Long.BYTES);
                }
            }
        }
    }

    private byte[] end(int length) {
        byte[] block = new byte[BLOCK_BYTES];
        for (int i = 0; i < WORDS; i++) {
            long word = 0;
            for (int lane = 0; lane < parameters.parallelism(); lane++) {
                word ^= memory[offset(lane, columns - 1) + i];
            }
            LITTLE_ENDIAN.set(block, i * Long.BYTES, word);
        }
        return VariableHash.of(block, length);
    }

    private void fill(int pass, int slice, int lane) {
        // Argon2id: the first half of the first pass does not depend on the password, the rest does.
        boolean independent = pass == 0 && slice < SLICES / 2;
        if (independent) {
            startAddresses(pass, slice, lane);
        }
        int first = pass == 0 && slice == 0 ? 2 : 0;
        for (int i = first; i < segment; i++) {
            if (independent && (i == first || i % WORDS == 0)) {
                nextAddresses();
            }
            int column = slice * segment + i;
            int previous = offset(lane, column == 0 ? columns - 1 : column - 1);
            long random = independent ? addressBlock[3 * WORDS + i % WORDS] : memory[previous];
            mixer.mix(memory, previous, reference(pass, slice, lane, i, random), offset(lane, column), pass > 0);
        }
    }

    private void startAddresses(int pass, int slice, int lane) {
        addressBlock[WORDS] = pass;
        addressBlock[WORDS + 1] = lane;
        addressBlock[WORDS + 2] = slice;
        addressBlock[WORDS + 3] = (long) columns * parameters.parallelism();
        addressBlock[WORDS + 4] = parameters.iterations();
        addressBlock[WORDS + 5] = TYPE_ID;
        addressBlock[WORDS + 6] = 0;
    }

    private void nextAddresses() {
        addressBlock[WORDS + 6]++;
        mixer.mix(addressBlock, 0, WORDS, 2 * WORDS, false);
        mixer.mix(addressBlock, 0, 2 * WORDS, 3 * WORDS, false);
    }

    // Returns the block that the next one is mixed with (§3.4.2); later blocks of the window are more probable.
    private int reference(int pass, int slice, int lane, int i, long random) {
        boolean onlyOwnLane = pass == 0 && slice == 0;
        int referenceLane = onlyOwnLane ? lane : (int) ((random >>> 32) % parameters.parallelism());
        int finished = pass == 0 ? slice * segment : columns - segment;
        int window = referenceLane == lane ? finished + i - 1 : finished - (i == 0 ? 1 : 0);
        long low = random & 0xffff_ffffL;
        int distance = (int) ((window * ((low * low) >>> 32)) >>> 32);
        int start = pass == 0 || slice == SLICES - 1 ? 0 : (slice + 1) * segment;
        return offset(referenceLane, (start + window - 1 - distance) % columns);
    }

    private int offset(int lane, int column) {
        return (lane * columns + column) * WORDS;
    }
}
