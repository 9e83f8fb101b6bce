package dev.signet.webhooks.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A poll request of a client (RFC 8936 §2.2). The names are those of the RFC, which differ in style from others here.
 *
 * @param acknowledged ids of acknowledged events
 * @param rejected ids of rejected events with any error
 */
record PollRequest(int maxEvents, boolean returnImmediately, List<String> acknowledged, List<String> rejected) {

    private static final int MAX_EVENTS = 100;
    private static final int MAX_ACKNOWLEDGEMENTS = 1_000;
    private static final Set<String> MEMBERS = Set.of("maxEvents", "returnImmediately", "ack", "setErrs");

    static PollRequest read(@Nullable String body, ObjectMapper mapper) {
        if (body == null || body.isBlank()) {
            return new PollRequest(MAX_EVENTS, false, List.of(), List.of());
        }
        try {
            return of(mapper.readTree(body));
        } catch (JsonProcessingException e) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "the body is not JSON");
        }
    }

    private static PollRequest of(JsonNode body) {
        if (!body.isObject()) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "the body is not a JSON object");
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw new ServiceException(ErrorCode.INVALID_REQUEST, "the body has an unknown member");
            }
        });
        JsonNode max = body.get("maxEvents");
        require("maxEvents", max == null || (max.canConvertToInt() && max.isIntegralNumber() && max.intValue() >= 0));
        JsonNode immediately = body.get("returnImmediately");
        require("returnImmediately", immediately == null || immediately.isBoolean());
        return new PollRequest(
                max == null ? MAX_EVENTS : Math.min(max.intValue(), MAX_EVENTS),
                immediately != null && immediately.booleanValue(),
                acknowledged(body.get("ack")),
                rejected(body.get("setErrs")));
    }

    private static List<String> acknowledged(@Nullable JsonNode ack) {
        List<String> ids = new ArrayList<>();
        if (ack != null) {
            require("ack", ack.isArray() && ack.size() <= MAX_ACKNOWLEDGEMENTS);
            for (JsonNode id : ack) {
                require("ack", id.isTextual());
                ids.add(id.textValue());
            }
        }
        return ids;
    }

    private static List<String> rejected(@Nullable JsonNode errors) {
        List<String> ids = new ArrayList<>();
        if (errors != null) {
            require("setErrs", errors.isObject() && errors.size() <= MAX_ACKNOWLEDGEMENTS);
            errors.fieldNames().forEachRemaining(ids::add);
        }
        return ids;
    }

    private static void require(String member, boolean valid) {
        if (!valid) {
            throw ServiceException.invalidMember(member, member + " has the wrong type or too many values");
        }
    }
}
