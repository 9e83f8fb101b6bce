package dev.signet.fetch;

import org.jboss.logging.Logger;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Parallel work for many receivers, with at most one task per receiver at a time. No task waits for all others, so a
 * slow receiver delays only its own work.
 */
public final class Lanes implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor executor;
    private final Set<Object> busyLanes = ConcurrentHashMap.newKeySet();
    private final int atOnce;

    /**
     * Creates lanes.
     *
     * @param name name of the threads
     * @param atOnce maximum number of concurrent tasks
     */
    public Lanes(String name, int atOnce) {
        this.atOnce = atOnce;
        this.executor = new ThreadPoolExecutor(
                atOnce, atOnce, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /** Runs the task as soon as a thread is free. Returns false if the lane already has a task. */
    public boolean offer(Object lane, Runnable task) {
        if (!busyLanes.add(lane)) {
            return false;
        }
        try {
            executor.execute(() -> run(lane, task));
            return true;
        } catch (RejectedExecutionException e) {
            busyLanes.remove(lane);
            return false;
        }
    }

    /** Returns true if at least one thread is free. */
    public boolean hasFreeThread() {
        return busyLanes.size() < atOnce;
    }

    private void run(Object lane, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // The next round retries it; other components already log an outage of the database.
            LOG.warnf("Cannot send now; retrying: %s", e.getClass().getSimpleName());
        } finally {
            busyLanes.remove(lane);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
