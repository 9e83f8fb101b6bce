package dev.signet.oauth.token;

import dev.signet.clients.GrantType;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.oauth.device.DeviceGrants;
import jakarta.inject.Singleton;

/**
 * Grant {@code urn:ietf:params:oauth:grant-type:device_code} (RFC 8628 §3.4, §3.5): a device polls until the user has
 * decided.
 */
@Singleton
final class DeviceCodeGrant implements TokenGrant {

    private final DeviceGrants devices;
    private final DeviceExchange exchange;

    DeviceCodeGrant(DeviceGrants devices, DeviceExchange exchange) {
        this.devices = devices;
        this.exchange = exchange;
    }

    @Override
    public GrantType type() {
        return GrantType.DEVICE_CODE;
    }

    @Override
    public TokenResponse issue(TokenRequest request) {
        String deviceCode = request.parameters().required("device_code");
        switch (devices.poll(deviceCode, request.client().id())) {
            case APPROVED -> {}
            case PENDING -> throw rejection(ErrorCode.AUTHORIZATION_PENDING);
            case TOO_SOON -> throw rejection(ErrorCode.SLOW_DOWN);
            case DENIED -> throw rejection(ErrorCode.ACCESS_DENIED);
            case EXPIRED -> throw rejection(ErrorCode.EXPIRED_TOKEN);
            case UNKNOWN -> throw rejection(ErrorCode.INVALID_GRANT);
        }
        return exchange.run(request, deviceCode).orElseThrow(() -> rejection(ErrorCode.INVALID_GRANT));
    }

    private static ServiceException rejection(ErrorCode code) {
        return new ServiceException(code, "device_code cannot be exchanged");
    }
}
