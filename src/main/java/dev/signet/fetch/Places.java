package dev.signet.fetch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** How many calls may be made at once: in all, and to one server, so that a slow one does not take every place. */
final class Places {

    private final Semaphore free;
    private final int perServer;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    Places(int inAll, int perServer) {
        this.free = new Semaphore(inAll);
        this.perServer = perServer;
    }

    boolean take(String server) {
        if (!free.tryAcquire()) {
            return false;
        }
        if (taken.merge(server, 1, Integer::sum) > perServer) {
            leave(server);
            return false;
        }
        return true;
    }

    void leave(String server) {
        taken.computeIfPresent(server, (name, calls) -> calls == 1 ? null : calls - 1);
        free.release();
    }
}
