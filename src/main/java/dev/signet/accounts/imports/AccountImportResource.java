package dev.signet.accounts.imports;

import dev.signet.accounts.ImportReport;
import dev.signet.audit.Actor;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.util.UUID;

/** {@code POST /admin/accounts:import}: one account per line, read and reported on as a stream. */
@Path(AccountImportResource.PATH)
@Tag(name = "Administration")
class AccountImportResource {

    static final String PATH = "/admin/accounts:import";

    private static final String LINES = "application/x-ndjson";

    private final ImportProcessor processor;
    private final Actor actor;

    AccountImportResource(ImportProcessor processor, Actor actor) {
        this.processor = processor;
        this.actor = actor;
    }

    @POST
    @RolesAllowed("admin")
    @Produces(LINES)
    @Operation(summary = "Import accounts, one per line; existing accounts are not changed")
    @RequestBody(content = @Content(mediaType = LINES, schema = @Schema(implementation = ImportedAccount.class)))
    @APIResponse(
            responseCode = "200",
            description = "One result per line, followed by a summary",
            content =
                    @Content(
                            mediaType = LINES,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            oneOf = {ImportReport.class, ImportSummary.class})))
    public StreamingOutput importAccounts(
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable MediaType contentType, InputStream body) {
        // @Consumes would be evaluated before the caller is authenticated.
        if (contentType == null || !contentType.isCompatible(MediaType.valueOf(LINES))) {
            throw new ServiceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "not " + LINES);
        }
        UUID administrator = actor.id();
        return report -> processor.importAccounts(body, report, administrator);
    }
}
