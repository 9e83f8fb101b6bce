package dev.signet.pages;

import dev.signet.error.ErrorCode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import java.util.List;

/** {@code /errors}: the page to which the {@code type} of every problem document refers (RFC 9457 §3.1.1). */
@Path("/errors")
@Tag(name = "Documentation")
class ErrorsResource {

    private final Pages pages;

    ErrorsResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    @Operation(summary = "Show the error codes and their titles")
    public RestResponse<String> list() {
        return pages.show(PageTemplates.errors(List.of(ErrorCode.values())), null, ContentPolicy.STRICT)
                .build();
    }
}
