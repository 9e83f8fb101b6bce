package dev.signet.oauth.device;

import java.util.List;

/** What a client asks for a device; all of it the client's to ask for. */
public record DeviceRequest(String clientId, String scope, List<String> audience) {}
