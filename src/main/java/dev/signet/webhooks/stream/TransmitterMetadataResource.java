package dev.signet.webhooks.stream;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.issuer.Issuer;
import dev.signet.web.issuer.WellKnown;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import java.util.List;

/**
 * {@code /.well-known/ssf-configuration}, also followed by the path of the issuer (Shared Signals Framework 1.0 §7.2).
 */
@Path("/.well-known/ssf-configuration")
@Tag(name = "Publishing")
class TransmitterMetadataResource {

    private static final String CACHE_CONTROL = "public, max-age=600";

    private final Issuer issuer;
    private final WellKnown wellKnown;

    TransmitterMetadataResource(Issuer issuer, WellKnown wellKnown) {
        this.issuer = issuer;
        this.wellKnown = wellKnown;
    }

    @GET
    @PermitAll
    @NonBlocking
    @Operation(summary = "Get the transmitter metadata (Shared Signals Framework section 7)")
    public RestResponse<TransmitterMetadata> metadata() {
        return RestResponse.ResponseBuilder.ok(new TransmitterMetadata(
                        "1_0",
                        issuer.value(),
                        issuer.url("/.well-known/jwks.json"),
                        List.of(StreamDelivery.PUSH, StreamDelivery.POLL),
                        issuer.url(StreamResource.PATH),
                        issuer.url(StreamOperationResource.STATUS),
                        issuer.url(StreamOperationResource.ADD_SUBJECT),
                        issuer.url(StreamOperationResource.REMOVE_SUBJECT),
                        issuer.url(StreamOperationResource.VERIFICATION),
                        List.of(new TransmitterMetadata.Scheme("urn:ietf:rfc:6749")),
                        "ALL"))
                .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .build();
    }

    @GET
    @Path("/{path:.+}")
    @PermitAll
    @NonBlocking
    @Operation(hidden = true)
    public RestResponse<TransmitterMetadata> metadataBelowPath(@RestPath String path) {
        if (!wellKnown.isIssuerPath(path)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "the path does not match the issuer");
        }
        return metadata();
    }
}
