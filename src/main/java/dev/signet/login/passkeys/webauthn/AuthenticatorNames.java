package dev.signet.login.passkeys.webauthn;

import java.util.Map;
import java.util.UUID;

/** Names of common authenticators by their AAGUID (Web Authentication Level 3 §6.5.2). */
public final class AuthenticatorNames {

    private static final String UNKNOWN = "Passkey";

    // From the list of the passkey developers (passkey-authenticator-aaguids) and the metadata of Yubico.
    private static final Map<UUID, String> NAMES = Map.ofEntries(
            entry("ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4", "Google Password Manager"),
            entry("adce0002-35bc-c60a-648b-0b25f1f05503", "Chrome on Mac"),
            entry("b5397666-4885-aa6b-cebf-e52262a439a2", "Chromium"),
            entry("771b48fd-d3d4-4f74-9232-fc157ab0507a", "Edge on Mac"),
            entry("08987058-cadc-4b81-b6e1-30de50dcbe96", "Windows Hello"),
            entry("9ddd1817-af5a-4672-a2b9-3e3dd95000a9", "Windows Hello"),
            entry("6028b017-b1d4-4c02-b4b3-afcdafc96bb2", "Windows Hello"),
            entry("fbfc3007-154e-4ecc-8c0b-6e020557d7bd", "Apple Passwords"),
            entry("dd4ec289-e01d-41c9-bb89-70fa845d4bf2", "iCloud Keychain (managed)"),
            entry("53414d53-554e-4700-0000-000000000000", "Samsung Pass"),
            entry("bada5566-a7aa-401f-bd96-45619a55120d", "1Password"),
            entry("d548826e-79b4-db40-a3d8-11116f7e8349", "Bitwarden"),
            entry("531126d6-e717-415c-9320-3d9aa6981239", "Dashlane"),
            entry("b84e4048-15dc-4dd0-8640-f4f60813c8af", "NordPass"),
            entry("0ea242b4-43c4-4a1b-8b17-dd6d0b6baec6", "Keeper"),
            entry("f3809540-7f14-49c1-a8b3-8f813b225541", "Enpass"),
            entry("50726f74-6f6e-5061-7373-50726f746f6e", "Proton Pass"),
            entry("fdb141b2-5d84-443e-8a35-4698c205a502", "KeePassXC"),
            entry("cb69481e-8ff7-4039-93ec-0a2729a154a8", "YubiKey 5"),
            entry("ee882879-721c-4913-9775-3dfcce97072a", "YubiKey 5"),
            entry("fa2b99dc-9e39-4257-8f92-4a30d23c4118", "YubiKey 5"),
            entry("2fc0579f-8113-47ea-b116-bb5a8db9202a", "YubiKey 5"),
            entry("c5ef55ff-ad9a-4b9f-b580-adebafe026d0", "YubiKey 5"),
            entry("d8522d9f-575b-4866-88a9-ba99fa02f35b", "YubiKey Bio"));

    private AuthenticatorNames() {}

    /** Returns the name of an authenticator, or a general name if it is not known. */
    public static String of(UUID aaguid) {
        return NAMES.getOrDefault(aaguid, UNKNOWN);
    }

    private static Map.Entry<UUID, String> entry(String aaguid, String name) {
        return Map.entry(UUID.fromString(aaguid), name);
    }
}
