package dev.signet.fetch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The limits of concurrent calls: in total and per server, so that a slow server cannot use all of them. */
final class CallPermits {

    private final Semaphore free;
    private final int perServer;
    private final Map<String, Integer> callsByServer = new ConcurrentHashMap<>();

    CallPermits(int total, int perServer) {
        this.free = new Semaphore(total);
        this.perServer = perServer;
    }

    boolean acquire(String server) {
        if (!free.tryAcquire()) {
            return false;
        }
        if (callsByServer.merge(server, 1, Integer::sum) > perServer) {
            release(server);
            return false;
        }
        return true;
    }

    void release(String server) {
        callsByServer.computeIfPresent(server, (name, calls) -> calls == 1 ? null : calls - 1);
        free.release();
    }
}
