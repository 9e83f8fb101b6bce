package dev.signet.oauth.token;

import dev.signet.oauth.device.ApprovedDevice;
import dev.signet.oauth.device.DeviceGrants;
import dev.signet.tokens.grant.Grant;
import dev.signet.tokens.session.TokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.Optional;

/**
 * Exchange of an approved device code for a session, in one transaction: the code is consumed only if the response is
 * complete.
 */
@ApplicationScoped
class DeviceExchange {

    private final DeviceGrants devices;
    private final TokenService tokens;
    private final UserTokenResponses responses;

    DeviceExchange(DeviceGrants devices, TokenService tokens, UserTokenResponses responses) {
        this.devices = devices;
        this.tokens = tokens;
        this.responses = responses;
    }

    @Transactional
    Optional<TokenResponse> run(TokenRequest request, String deviceCode) {
        return devices.consume(deviceCode, request.client().id())
                .flatMap(device -> tokens.issue(toGrant(request, device)))
                .map(issued -> responses.create(request, issued));
    }

    private static Grant toGrant(TokenRequest request, ApprovedDevice device) {
        return new Grant(
                device.sessionId(),
                device.authorization(),
                device.origin(),
                request.sessionOptions(device.authorization().scope(), device.browserSessionId()));
    }
}
