package dev.signet.oauth.device;

import java.util.List;

/** Validated scope and audience that a client requests for a device. */
public record DeviceRequest(String clientId, String scope, List<String> audience) {}
