package dev.signet.fetch;

import org.jboss.logging.Logger;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Work for many receivers, side by side and for each one piece after the other: nobody waits for all of it, so that a slow
 * receiver holds up its own work and no other's.
 */
public final class Lanes implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private static final int REST_SECONDS = 10;

    private final ThreadPoolExecutor executor;
    private final Set<Object> taken = ConcurrentHashMap.newKeySet();
    private final int atOnce;

    /** So many pieces at once, on threads of that name. */
    public Lanes(String name, int atOnce) {
        this.atOnce = atOnce;
        this.executor = new ThreadPoolExecutor(
                atOnce, atOnce, REST_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /** Runs the work as soon as a thread is free; not if the lane is taken, which is what false says. */
    public boolean offer(Object lane, Runnable work) {
        if (!taken.add(lane)) {
            return false;
        }
        try {
            executor.execute(() -> run(lane, work));
            return true;
        } catch (RejectedExecutionException e) {
            taken.remove(lane);
            return false;
        }
    }

    /** Whether more could be done than there is to do. */
    public boolean idle() {
        return taken.size() < atOnce;
    }

    private void run(Object lane, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // Tried again at the next round; the database being away is said by others already.
            LOG.warnf("Cannot send now; retrying: %s", e.getClass().getSimpleName());
        } finally {
            taken.remove(lane);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
