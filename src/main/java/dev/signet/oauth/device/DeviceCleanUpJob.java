package dev.signet.oauth.device;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Scheduled job that removes expired device grants. */
@ApplicationScoped
class DeviceCleanUpJob {

    private final DeviceGrants devices;

    DeviceCleanUpJob(DeviceGrants devices) {
        this.devices = devices;
    }

    @Scheduled(
            every = "${signet.oauth.device.clean-up-interval:PT1M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        devices.removeExpired();
    }
}
