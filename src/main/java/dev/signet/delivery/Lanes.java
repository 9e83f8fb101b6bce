package dev.signet.delivery;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Parallel work for many destinations, each with a lane that runs at most one task at a time. No task waits for all
 * others, so a slow destination delays only its own work.
 */
public final class Lanes implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private static final int IDLE_SECONDS = 10;
    private static final Duration MAX_CLOSE_TIME = Duration.ofSeconds(10);

    private final ThreadPoolExecutor executor;
    private final Set<Object> busyLanes = ConcurrentHashMap.newKeySet();
    private final String name;
    private final int maxConcurrent;

    /**
     * Creates lanes.
     *
     * @param name name of the threads, also in the log
     * @param maxConcurrent maximum number of concurrent tasks
     */
    public Lanes(String name, int maxConcurrent) {
        this.name = name;
        this.maxConcurrent = maxConcurrent;
        this.executor = new ThreadPoolExecutor(
                maxConcurrent, maxConcurrent, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs the task as soon as a thread is free. Returns false if the lane already has a task, or after the lanes were
     * closed.
     *
     * @param lane the key of the lane; its text names the destination in the log
     */
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
        return busyLanes.size() < maxConcurrent;
    }

    /** Returns true if a task waits for a free thread. */
    public boolean hasWaitingTask() {
        return !executor.getQueue().isEmpty();
    }

    /** Stops accepting tasks, and discards those that wait for a thread. Running tasks continue. */
    void stop() {
        executor.shutdown();
        executor.getQueue().clear();
    }

    /** Returns true after the lanes were stopped: a task with several steps ends after the current one. */
    public boolean isStopped() {
        return executor.isShutdown();
    }

    /**
     * Waits until all running tasks of stopped lanes have ended; returns false if one is still running after the time.
     * No task is interrupted: an interrupt during a call of an embedded H2 database closes the file of the database.
     */
    boolean awaitEnd(Duration time) {
        try {
            return executor.awaitTermination(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(Object lane, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // The next round retries it; other components already log an outage of the database.
            LOG.warnf("Retrying %s (%s) after %s", name, lane, e.getClass().getSimpleName());
        } finally {
            busyLanes.remove(lane);
        }
    }

    /** Stops the lanes and waits at most ten seconds for running tasks. */
    @Override
    public void close() {
        stop();
        if (!awaitEnd(MAX_CLOSE_TIME)) {
            LOG.infof("A task of %s is still running; another node or the next start repeats it", name);
        }
    }

    String name() {
        return name;
    }
}
