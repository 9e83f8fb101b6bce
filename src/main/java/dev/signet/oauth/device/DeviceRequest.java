package dev.signet.oauth.device;

import dev.signet.clients.Scope;

import java.util.List;

/** Validated scope and audience that a client requests for a device. */
record DeviceRequest(String clientId, Scope scope, List<String> audience) {}
