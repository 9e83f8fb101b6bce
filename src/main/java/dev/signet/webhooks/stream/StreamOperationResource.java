package dev.signet.webhooks.stream;

import dev.signet.web.body.RequiredBody;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code /ssf}: status, verification and subjects of a client's streams (Shared Signals Framework 1.0 §8.1.2 to
 * §8.1.4).
 */
@Path("/ssf")
@Tag(name = "Shared Signals")
class StreamOperationResource {

    static final String STATUS = "/ssf/status";
    static final String VERIFICATION = "/ssf/verification";
    static final String ADD_SUBJECT = "/ssf/subjects/add";
    static final String REMOVE_SUBJECT = "/ssf/subjects/remove";

    private final StreamOperations operations;
    private final StreamClient caller;

    StreamOperationResource(StreamOperations operations, StreamClient caller) {
        this.operations = operations;
        this.caller = caller;
    }

    @GET
    @Path("status")
    @Authenticated
    @Operation(summary = "Read the status of a stream")
    public StreamStatusView status(@RestQuery("stream_id") @Nullable String streamId) {
        return operations.status(caller.requireRead(), streamId);
    }

    @POST
    @Path("status")
    @Authenticated
    @Operation(summary = "Enable, pause or disable a stream")
    public StreamStatusView setStatus(@Nullable StreamStatusView body) {
        return operations.setStatus(caller.requireManage(), RequiredBody.of(body));
    }

    @POST
    @Path("verification")
    @Authenticated
    @Operation(summary = "Request a verification event")
    public void verify(@Nullable VerificationBody body) {
        operations.verify(caller.requireManage(), RequiredBody.of(body));
    }

    @POST
    @Path("subjects/add")
    @Authenticated
    @ResponseStatus(200)
    @Operation(summary = "Add an excluded subject to a stream again")
    public void add(@Nullable SubjectBody body) {
        operations.add(caller.requireManage(), RequiredBody.of(body));
    }

    @POST
    @Path("subjects/remove")
    @Authenticated
    @Operation(summary = "Exclude a subject from a stream")
    public void remove(@Nullable SubjectBody body) {
        operations.remove(caller.requireManage(), RequiredBody.of(body));
    }
}
