package dev.signet.keys;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes the JWK Set's route, which OpenAPI cannot find by itself because it is not a resource. Public for its caller. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class JwksInOpenApi implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Schema object = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        APIResponse found = OASFactory.createAPIResponse()
                .description("The keys that verify")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json", OASFactory.createMediaType().schema(object)));
        APIResponse unchanged = OASFactory.createAPIResponse().description("If-None-Match names the present set");
        Operation operation = OASFactory.createOperation()
                .operationId("jwks")
                .summary("The public keys (JWK Set, RFC 7517 section 5)")
                .addTag("Publishing")
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", found)
                        .addAPIResponse("304", unchanged));
        api.getPaths().addPathItem(JwksRoute.PATH, OASFactory.createPathItem().GET(operation));
    }
}
