package dev.signet.oauth.device;

import dev.signet.web.caller.ClientOrigin;

import java.util.List;
import java.util.UUID;

/** Device whose codes were consumed. The session to open has the id of the device grant. */
public record ApprovedDevice(
        UUID sessionId,
        String clientId,
        List<String> audience,
        DeviceApproval approval,
        ClientOrigin origin) {}
