package dev.signet.error;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import java.util.Map;

/**
 * Adds the problem document (RFC 9457) to the OpenAPI document as the default response of every operation. The class is
 * public because OpenAPI creates it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ProblemInOpenApi implements OASFilter {

    private static final String NAME = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSchema(NAME, schema()).addResponse(NAME, response());
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(ProblemInOpenApi::describe));
    }

    private static void describe(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref(NAME));
    }

    private static APIResponse response() {
        Map<String, Object> example = Problem.members(ErrorCode.INVALID_REQUEST, Map.of());
        return OASFactory.createAPIResponse()
                .description("Error; docs/errors.md explains the codes")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(NAME))
                                        .example(example)));
    }

    private static Schema schema() {
        Map<String, Object> example = Problem.members(ErrorCode.INVALID_REQUEST, Map.of());
        Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        example.forEach((name, value) -> schema.addProperty(
                name,
                OASFactory.createSchema()
                        .addType(value instanceof Integer ? Schema.SchemaType.INTEGER : Schema.SchemaType.STRING)
                        .addExample(value)));
        return schema;
    }
}
