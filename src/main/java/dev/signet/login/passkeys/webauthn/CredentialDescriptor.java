package dev.signet.login.passkeys.webauthn;

import java.util.List;

/** A credential in the options of a ceremony (Web Authentication Level 3 §5.8.3). */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record CredentialDescriptor(byte[] id, List<String> transports) {}
