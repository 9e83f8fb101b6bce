package dev.signet.pages;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /pages}: the stylesheet and the logo of pages. */
@Path("/pages")
class AssetResource {

    private final Branding branding;

    AssetResource(Branding branding) {
        this.branding = branding;
    }

    @GET
    @Path("/style-{hash}.css")
    @PermitAll
    @NonBlocking
    @Operation(hidden = true)
    public RestResponse<byte[]> stylesheet(@RestPath String hash) {
        return respond(branding.stylesheet(), hash);
    }

    @GET
    @Path("/logo-{hash}")
    @PermitAll
    @NonBlocking
    @Operation(hidden = true)
    public RestResponse<byte[]> logo(@RestPath String hash) {
        return respond(branding.logo(), hash);
    }

    // During a rolling update, a page of one version may request the assets of the other: a different version is better
    // than none.
    private static RestResponse<byte[]> respond(@Nullable Asset asset, String hash) {
        if (asset == null) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "asset not found");
        }
        return RestResponse.ResponseBuilder.ok(asset.content(), asset.mediaType())
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        asset.hash().equals(hash) ? "public, max-age=31536000, immutable" : "no-cache")
                .build();
    }
}
