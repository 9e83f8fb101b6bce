package dev.signet.error;

import java.util.LinkedHashMap;
import java.util.Map;

/** A problem document (RFC 9457): type, title, status, and the code as an extension member. */
public final class Problem {

    /** The media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_BASE = "https://signet.dev/docs/errors#";

    private Problem() {}

    /** The members of the document for a refusal, in order, extension members last. */
    static Map<String, Object> members(ServiceException refusal) {
        Map<String, Object> members = members(refusal.code(), Map.of());
        String detail = refusal.detail();
        if (detail != null) {
            members.put("detail", detail);
        }
        members.putAll(refusal.members());
        return members;
    }

    /** The members of the document, in order, extension members last. */
    public static Map<String, Object> members(ErrorCode code, Map<String, Object> extensions) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE_BASE + code.wire());
        members.put("title", code.sentence());
        members.put("status", code.status());
        members.put("code", code.wire());
        members.putAll(extensions);
        return members;
    }
}
