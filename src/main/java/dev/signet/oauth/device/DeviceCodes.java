package dev.signet.oauth.device;

import java.time.Duration;

/** The two codes of a device, of which the long one is its secret. */
record DeviceCodes(String deviceCode, String userCode, Duration expiresIn, Duration pollInterval) {

    @Override
    public String toString() {
        return "DeviceCodes";
    }
}
