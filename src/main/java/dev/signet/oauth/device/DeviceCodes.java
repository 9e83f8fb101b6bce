package dev.signet.oauth.device;

import java.time.Duration;

/** Device code and user code of a device; the device code is its secret. */
record DeviceCodes(String deviceCode, String userCode, Duration expiresIn, Duration pollInterval) {

    @Override
    public String toString() {
        return "DeviceCodes";
    }
}
