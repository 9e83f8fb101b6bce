package dev.signet.keys.publication;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds the route of the JWK Set to the OpenAPI document. OpenAPI does not find it because it is not a resource. The
 * class is public because OpenAPI creates it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class JwksInOpenApi implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Schema object = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        api.getPaths()
                .addPathItem(
                        JwksRoute.PATH,
                        path("jwks", "Get the public keys (JWK Set, RFC 7517 section 5)", "application/json", object))
                .addPathItem(
                        JwksRoute.SIGNED_PATH,
                        path(
                                "signedJwks",
                                "Get the signed public keys (OpenID Federation section 5.2.1.1)",
                                "application/jwk-set+jwt",
                                text));
    }

    private static PathItem path(String id, String summary, String mediaType, Schema schema) {
        APIResponse found = OASFactory.createAPIResponse()
                .description("The public keys for signature verification")
                .content(OASFactory.createContent()
                        .addMediaType(mediaType, OASFactory.createMediaType().schema(schema)));
        APIResponse unchanged =
                OASFactory.createAPIResponse().description("The key set has not changed (If-None-Match)");
        Operation operation = OASFactory.createOperation()
                .operationId(id)
                .summary(summary)
                .addTag("Publishing")
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", found)
                        .addAPIResponse("304", unchanged));
        return OASFactory.createPathItem().GET(operation);
    }
}
