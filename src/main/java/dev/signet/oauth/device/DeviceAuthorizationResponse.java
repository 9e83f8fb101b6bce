package dev.signet.oauth.device;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Device authorization response (RFC 8628 §3.2). */
record DeviceAuthorizationResponse(
        @Schema(examples = "\"sgv_…\"") String deviceCode,
        @Schema(examples = "\"WDJB-MJHT\"") String userCode,

        @Schema(examples = "\"https://signet.example/device\"")
        String verificationUri,

        @Schema(examples = "\"https://signet.example/device?user_code=WDJB-MJHT\"")
        String verificationUriComplete,

        @Schema(examples = "600") long expiresIn,
        @Schema(examples = "5") long interval) {

    static DeviceAuthorizationResponse of(DeviceCodes codes, String page) {
        return new DeviceAuthorizationResponse(
                codes.deviceCode(),
                codes.userCode(),
                page,
                page + "?user_code=" + codes.userCode(),
                codes.expiresIn().toSeconds(),
                codes.pollInterval().toSeconds());
    }

    @Override
    public String toString() {
        return "DeviceAuthorizationResponse";
    }
}
