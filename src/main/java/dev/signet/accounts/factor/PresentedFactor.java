package dev.signet.accounts.factor;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A second factor from a request: a code of an authenticator app or a recovery code, with valid syntax. */
public final class PresentedFactor {

    /** The name of a code of an authenticator app, in requests and in {@code methods}. */
    public static final String OTP = "otp";

    /** The name of a recovery code, in requests and in {@code methods}. */
    public static final String RECOVERY_CODE = "recovery_code";

    private static final Pattern OTP_FORM = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");
    private static final int MAX_RECOVERY_CODE_LENGTH = 64;

    private final String method;
    private final String value;

    private PresentedFactor(String method, String value) {
        this.method = method;
        this.value = value;
    }

    /**
     * Reads the two members of a body for a second factor; empty if both are absent.
     *
     * @throws ServiceException {@code invalid_request} if both are present, or one has invalid syntax
     */
    public static Optional<PresentedFactor> of(@Nullable String otp, @Nullable String recoveryCode) {
        if (otp != null && recoveryCode != null) {
            throw ServiceException.invalidMember(RECOVERY_CODE, "recovery_code cannot be combined with otp");
        }
        if (otp != null) {
            return Optional.of(ofOtp(otp));
        }
        return recoveryCode == null ? Optional.empty() : Optional.of(ofRecoveryCode(recoveryCode));
    }

    /**
     * Reads the two fields of a form for a second factor; empty if both are empty. Authenticator apps show a code in
     * two groups, so the code may contain spaces.
     *
     * @throws ServiceException {@code invalid_request} if both are filled in, or one has invalid syntax
     */
    public static Optional<PresentedFactor> ofForm(String otp, String recoveryCode) {
        String code = otp.replace(" ", "");
        return of(code.isEmpty() ? null : code, recoveryCode.isEmpty() ? null : recoveryCode);
    }

    /**
     * Reads the two fields of a form of which one is required.
     *
     * @throws ServiceException {@code invalid_request} if both are empty or filled in, or one has invalid syntax
     */
    public static PresentedFactor requiredOfForm(String otp, String recoveryCode) {
        return ofForm(otp, recoveryCode)
                .orElseThrow(() -> ServiceException.invalidMember(OTP, "otp or recovery_code is required"));
    }

    /**
     * Reads a required code of an authenticator app.
     *
     * @throws ServiceException {@code invalid_request} if it is missing or not exactly six ASCII digits
     */
    public static PresentedFactor ofOtp(@Nullable String otp) {
        if (otp == null || !OTP_FORM.matcher(otp).matches()) {
            throw ServiceException.invalidMember(OTP, "otp must have six digits");
        }
        return new PresentedFactor(OTP, otp);
    }

    // Recovery codes are copied by hand from paper, so case, hyphens and spaces are ignored.
    private static PresentedFactor ofRecoveryCode(String typed) {
        if (typed.length() <= MAX_RECOVERY_CODE_LENGTH) {
            String code = typed.replaceAll("[- ]", "").toUpperCase(Locale.ROOT);
            if (RecoveryCodes.FORM.matcher(code).matches()) {
                return new PresentedFactor(RECOVERY_CODE, code);
            }
        }
        throw ServiceException.invalidMember(RECOVERY_CODE, "recovery_code is malformed");
    }

    /** Returns {@link #OTP} or {@link #RECOVERY_CODE}. */
    public String method() {
        return method;
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "PresentedFactor[" + method + "]";
    }
}
