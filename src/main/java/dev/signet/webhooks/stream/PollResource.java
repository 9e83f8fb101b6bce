package dev.signet.webhooks.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code /ssf/streams/{id}/events}: poll requests for the events of a stream, with acknowledgements (RFC 8936). */
@Path(Streams.POLL_PATH + "{id}" + Streams.POLL_SUFFIX)
@Tag(name = "Shared Signals")
class PollResource {

    private static final String REQUEST =
            "{\"ack\": [\"7d0f1d3c-6a3b-4c11-9d52-0c6b3f2f8a10.1042\"], \"maxEvents\": 10}";
    private static final String RESPONSE =
            "{\"sets\": {\"0b6f3c2e-9d52-4c11-8a10-6a3b7d0f1d3c.1043\": \"eyJhbGciOi…\"}}";

    private final EventPolls polls;
    private final StreamClient caller;
    private final ObjectMapper mapper;

    PollResource(EventPolls polls, StreamClient caller, ObjectMapper mapper) {
        this.polls = polls;
        this.caller = caller;
        this.mapper = mapper;
    }

    @POST
    @Authenticated
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Acknowledge events and poll for more")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "acknowledgement", value = REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "The events by jti",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "one event", value = RESPONSE)))
    public Uni<String> poll(@RestPath String id, @Nullable String body) {
        return polls.poll(caller.requireRead(), id, PollRequest.read(body, mapper));
    }
}
