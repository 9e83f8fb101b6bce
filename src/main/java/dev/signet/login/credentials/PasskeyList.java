package dev.signet.login.credentials;

import dev.signet.login.passkeys.Passkey;

import java.util.List;

/** The passkeys of an account. */
record PasskeyList(List<Passkey> items) {}
