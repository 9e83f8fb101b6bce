package dev.signet.oauth.token;

import dev.signet.oauth.device.Approval;
import dev.signet.oauth.device.ApprovedDevice;
import dev.signet.oauth.device.DeviceGrants;
import dev.signet.tokens.Grant;
import dev.signet.tokens.TokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.Optional;

/** The exchange of an approved device code for a session, in one transaction: the code is consumed only if the response is complete. */
@ApplicationScoped
class DeviceExchange {

    private final DeviceGrants devices;
    private final TokenService tokens;
    private final TokenAnswers answers;

    DeviceExchange(DeviceGrants devices, TokenService tokens, TokenAnswers answers) {
        this.devices = devices;
        this.tokens = tokens;
        this.answers = answers;
    }

    @Transactional
    Optional<TokenResponse> run(TokenRequest request, String deviceCode) {
        return devices.use(deviceCode, request.client().id())
                .flatMap(device -> tokens.issue(session(request, device)))
                .map(issued -> answers.extended(request, issued));
    }

    private static Grant session(TokenRequest request, ApprovedDevice device) {
        Approval approval = device.approval();
        return new Grant(
                device.sessionId(),
                approval.accountId(),
                device.clientId(),
                device.audience(),
                approval.scope(),
                approval.acr(),
                approval.amr(),
                approval.authTime(),
                device.address(),
                device.userAgent(),
                request.terms(approval.scope(), approval.browserSessionId()));
    }
}
