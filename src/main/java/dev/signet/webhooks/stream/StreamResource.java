package dev.signet.webhooks.stream;

import dev.signet.web.body.RequiredBody;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /ssf/streams}: the configuration of a client's streams (Shared Signals Framework 1.0 §8.1.1). */
@Path(StreamResource.PATH)
@Tag(name = "Shared Signals")
class StreamResource {

    static final String PATH = "/ssf/streams";

    private final Streams streams;
    private final StreamClient caller;

    StreamResource(Streams streams, StreamClient caller) {
        this.streams = streams;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Operation(summary = "Create an event stream")
    public RestResponse<StreamView> create(@Nullable StreamBody body) {
        return RestResponse.status(
                RestResponse.Status.CREATED, streams.create(caller.requireManage(), RequiredBody.of(body)));
    }

    @GET
    @Authenticated
    @Operation(summary = "Read a stream, or without stream_id all streams of the caller as an array")
    @APIResponse(
            responseCode = "200",
            description = "The stream, or an array of streams",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StreamView.class)))
    public RestResponse<Object> read(@RestQuery("stream_id") @Nullable String streamId) {
        String client = caller.requireRead();
        return RestResponse.ok(streamId == null ? streams.list(client) : streams.read(client, streamId));
    }

    @PATCH
    @Authenticated
    @Operation(summary = "Update a stream")
    public StreamView change(@Nullable StreamBody body) {
        return streams.change(caller.requireManage(), RequiredBody.of(body), false);
    }

    @PUT
    @Authenticated
    @Operation(summary = "Replace the members of a stream that the client may set")
    public StreamView replace(@Nullable StreamBody body) {
        return streams.change(caller.requireManage(), RequiredBody.of(body), true);
    }

    @DELETE
    @Authenticated
    @Operation(summary = "Delete a stream")
    public void delete(@RestQuery("stream_id") @Nullable String streamId) {
        streams.delete(caller.requireManage(), streamId);
    }
}
