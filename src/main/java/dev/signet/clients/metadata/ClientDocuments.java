package dev.signet.clients.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.error.ErrorCode;
import dev.signet.error.JsonFaults;
import dev.signet.error.ServiceException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conversion of client metadata between requests, the table and responses. */
@Singleton
public class ClientDocuments {

    private static final List<String> IDENTITY = List.of(
            "client_id",
            "client_id_issued_at",
            "client_secret",
            "client_secret_expires_at",
            "registration_access_token",
            "registration_client_uri");

    private final ObjectMapper mapper;

    ClientDocuments(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the stored form: the given members, without defaults for the others. */
    public String stored(ClientDocument document) {
        return mapper.<ObjectNode>valueToTree(document).remove(IDENTITY).toString();
    }

    /** Parses the stored form. */
    public ClientDocument parse(String stored) {
        try {
            return mapper.readValue(stored, ClientDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored metadata of a client cannot be parsed", e);
        }
    }

    /**
     * Returns the document with the members of a patch; null removes a member.
     *
     * @throws ServiceException {@code invalid_request} if the patch has an unknown member or a member of another
     *     type
     */
    public ClientDocument patched(ClientDocument document, Map<String, @Nullable Object> patch) {
        ObjectNode members = mapper.valueToTree(document);
        patch.forEach((member, value) -> {
            if (value == null) {
                members.remove(member);
            } else {
                members.set(member, mapper.valueToTree(value));
            }
        });
        return read(members);
    }

    /**
     * Returns the document that a client requests for itself. Members that are unknown or that it may not request are
     * ignored (RFC 7591 §2). Members of its former document that it may not request remain.
     */
    ClientDocument requested(
            Map<String, @Nullable Object> requested, Set<String> requestable, @Nullable ClientDocument former) {
        ObjectNode members = former == null ? mapper.createObjectNode() : mapper.valueToTree(former);
        members.remove(requestable);
        requested.forEach((member, value) -> {
            if (value != null && requestable.contains(member)) {
                members.set(member, mapper.valueToTree(value));
            }
        });
        try {
            return mapper.treeToValue(members, ClientDocument.class);
        } catch (JsonProcessingException e) {
            throw JsonFaults.describe(ErrorCode.INVALID_CLIENT_METADATA, e);
        }
    }

    /** Returns the document with another value of one member. */
    ClientDocument with(ClientDocument document, String member, Object value) {
        return read(mapper.<ObjectNode>valueToTree(document).set(member, mapper.valueToTree(value)));
    }

    /** Returns the complete registration, with the default values of omitted members (RFC 7591 §3.2.1). */
    public ClientDocument response(RegistrationResult registration) {
        Client client = registration.client();
        ObjectNode members = mapper.createObjectNode();
        members.put("client_id", client.id());
        members.put("client_id_issued_at", registration.createdAt().getEpochSecond());
        if (registration.secret() != null) {
            members.put("client_secret", registration.secret().value());
            members.put("client_secret_expires_at", 0);
        }
        RegistrationResult.Management management = registration.management();
        if (management != null) {
            members.put("registration_access_token", management.token());
            members.put("registration_client_uri", management.uri());
        }
        members.put("client_name", client.name());
        ClientGrants grants = ClientGrants.of(registration.document());
        members.set(
                "grant_types",
                array(grants.types().stream().map(GrantType::wire).toList()));
        members.set("response_types", array(grants.responseTypes()));
        members.put("token_endpoint_auth_method", client.authenticationMethod().wire());
        members.put("scope", client.scope().toString());
        members.put("id_token_signed_response_alg", "RS256");
        members.put("subject_type", "public");
        for (String booleanName : List.of(
                "first_party",
                "dpop_bound_access_tokens",
                "require_pushed_authorization_requests",
                "require_signed_request_object",
                "require_auth_time")) {
            members.put(booleanName, false);
        }
        members.put("refresh_token_rotation", true);
        members.setAll(mapper.<ObjectNode>valueToTree(registration.document()));
        return read(members);
    }

    private ClientDocument read(JsonNode members) {
        try {
            return mapper.treeToValue(members, ClientDocument.class);
        } catch (JsonProcessingException e) {
            throw JsonFaults.describe(ErrorCode.INVALID_REQUEST, e);
        }
    }

    private JsonNode array(List<String> values) {
        return mapper.valueToTree(values);
    }
}
