package dev.signet.links.page;

import dev.signet.error.PageErrors;
import dev.signet.links.UsableLinks;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /links}: the page of a link, which changes nothing, and the forms by which users use it. */
@Path(LinkPageResource.PATH)
@PageErrors
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Links")
class LinkPageResource {

    static final String PATH = "/links";
    static final String SECOND_FACTOR = PATH + "/second-factor";

    private final UsableLinks links;
    private final LinkPages pages;
    private final LinkSteps steps;
    private final LinkRequestSteps requestSteps;

    LinkPageResource(UsableLinks links, LinkPages pages, LinkSteps steps, LinkRequestSteps requestSteps) {
        this.links = links;
        this.pages = pages;
        this.steps = steps;
        this.requestSteps = requestSteps;
    }

    @GET
    @Path("/{token}")
    @PermitAll
    @Operation(summary = "Show the page of a link, without consuming the link")
    public RestResponse<String> show(@RestPath String token) {
        return pages.linkPage(links.require(token), token, "", LinkPages.NO_NOTICE)
                .build();
    }

    @POST
    @Path("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> use(@RestPath String token, @Nullable MultivaluedMap<String, String> form) {
        return steps.use(token, new SubmittedLinkForm(form)).build();
    }

    @POST
    @Path("/second-factor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> secondFactor(@Nullable MultivaluedMap<String, String> form) {
        return steps.secondFactor(new SubmittedLinkForm(form)).build();
    }

    @GET
    @Path("/new/{what}")
    @PermitAll
    @Operation(summary = "Show the page for requesting a link: password-reset, sign-in or registration")
    public RestResponse<String> ask(@RestPath("what") String purpose) {
        return requestSteps.begin(LinkRequestType.ofPathSegment(purpose)).build();
    }

    @POST
    @Path("/new/{what}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> requestLink(
            @RestPath("what") String purpose, @Nullable MultivaluedMap<String, String> form) {
        return requestSteps
                .linkSent(LinkRequestType.ofPathSegment(purpose), new SubmittedLinkForm(form))
                .build();
    }
}
