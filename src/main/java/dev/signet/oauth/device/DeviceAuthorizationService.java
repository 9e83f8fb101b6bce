package dev.signet.oauth.device;

import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.clients.Scope;
import dev.signet.clients.authentication.ClientRequest;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.oauth.AllowedClientAccess;
import dev.signet.oauth.CallingClient;
import dev.signet.oauth.OAuthParameters;
import dev.signet.throttle.AttemptLimits;
import dev.signet.tokens.grant.RequestedAccess;
import dev.signet.web.caller.Caller;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Creation of device codes for clients that may use the device grant (RFC 8628 §3.1, §3.2). */
@Singleton
final class DeviceAuthorizationService {

    /** The page on which users enter the user code. */
    static final String PAGE = "/device";

    private final CallingClient clients;
    private final AllowedClientAccess access;
    private final DeviceGrants devices;
    private final AttemptLimits limits;
    private final Caller caller;
    private final String page;

    DeviceAuthorizationService(
            CallingClient clients,
            AllowedClientAccess access,
            DeviceGrants devices,
            AttemptLimits limits,
            Caller caller,
            Issuer issuer) {
        this.clients = clients;
        this.access = access;
        this.devices = devices;
        this.limits = limits;
        this.caller = caller;
        this.page = issuer.url(PAGE);
    }

    DeviceAuthorizationResponse authorize(OAuthParameters parameters, @Nullable String authorization) {
        ClientRequest request = clients.authenticateRequest(parameters, authorization);
        Client client = request.client();
        if (!client.allowsGrant(GrantType.DEVICE_CODE)) {
            throw new ServiceException(
                    ErrorCode.UNAUTHORIZED_CLIENT, "the client is not registered for the grant type");
        }
        Scope scope = access.validateScope(client, parameters.first("scope").orElse(""));
        List<String> allowed = access.userTokenAudiences(client);
        List<String> audience = AllowedClientAccess.resolveAudience(
                allowed, access.validateResources(allowed, parameters.all("resource")));
        request.counted(limits, caller.ipAddress());
        return DeviceAuthorizationResponse.of(devices.open(new RequestedAccess(client.id(), audience, scope)), page);
    }
}
