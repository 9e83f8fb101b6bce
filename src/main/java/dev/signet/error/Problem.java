package dev.signet.error;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** A problem document (RFC 9457): type, title, status, and the code as an extension member. */
public final class Problem {

    /** The media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String PAGE = "/errors#";

    // This is not a constant, because a native image would keep the issuer of its build.
    private static volatile @Nullable String typeBase;

    private Problem() {}

    /** Returns the members of the document for an exception in order, extension members last. */
    static Map<String, Object> members(ServiceException rejection) {
        Map<String, Object> members = members(rejection.code(), Map.of());
        String detail = rejection.detail();
        if (detail != null) {
            members.put("detail", detail);
        }
        members.putAll(rejection.members());
        return members;
    }

    /** Returns the members of the document in order, extension members last. */
    public static Map<String, Object> members(ErrorCode code, Map<String, Object> extensions) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", typeBase() + code.wire());
        members.put("title", code.sentence());
        members.put("status", code.status());
        members.put("code", code.wire());
        members.putAll(extensions);
        return members;
    }

    // Returns the URL of this installation's error page, to which the code is appended.
    private static String typeBase() {
        String base = typeBase;
        if (base == null) {
            base = ConfigProvider.getConfig()
                            .getOptionalValue("signet.issuer", String.class)
                            .orElse("")
                    + PAGE;
            typeBase = base;
        }
        return base;
    }
}
