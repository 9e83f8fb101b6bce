package dev.signet.pages;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.Derivation;
import dev.signet.secrets.SecretDigest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The CSRF token of a form: the MAC of the purpose of the form. The key is the secret of a browser ({@link
 * FormBinding}), or a key of the installation if the purpose names the browser session.
 */
public final class FormToken {

    private FormToken() {}

    /** Returns the token of a form that is bound to a browser. */
    public static String of(String browserSecret, String purpose) {
        return of(utf8(browserSecret), purpose);
    }

    /** Returns the token of a form. */
    public static String of(byte[] key, String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Derivation.hmacSha256(key, utf8(purpose)));
    }

    /**
     * Rejects a form of another browser or for another purpose.
     *
     * @throws ServiceException {@code page_expired}
     */
    public static void require(String token, String browserSecret, String purpose) {
        require(token, utf8(browserSecret), purpose);
    }

    /**
     * Rejects a form with another key or for another purpose.
     *
     * @throws ServiceException {@code page_expired}
     */
    public static void require(String token, byte[] key, String purpose) {
        if (!SecretDigest.isEqual(utf8(of(key, purpose)), utf8(token))) {
            throw new ServiceException(
                    ErrorCode.PAGE_EXPIRED, "the token of the form does not match the browser and the purpose");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
