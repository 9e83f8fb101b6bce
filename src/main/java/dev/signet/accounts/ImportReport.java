package dev.signet.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signet.error.ServiceException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * The result for one line.
 *
 * @param status {@code created}, {@code exists} or {@code refused}
 * @param id the id of the account with that username
 * @param error the error code of a rejected line
 * @param member the member that caused the error, if there is one
 */
@RegisterForReflection // written line by line, not as a body
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportReport(
        @Schema(examples = "1") long line,
        @Schema(examples = "\"created\"") String status,

        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"") @Nullable
        UUID id,

        @Schema(examples = "\"invalid_request\"") @Nullable String error,

        @Schema(examples = "\"password_hash\"") @Nullable String member) {

    /** Status of an account that was created. */
    public static final String CREATED = "created";
    /** Status of an account whose username exists. */
    public static final String EXISTS = "exists";
    /** Status of an invalid line. */
    public static final String REFUSED = "refused";

    static ImportReport created(long line, UUID id) {
        return new ImportReport(line, CREATED, id, null, null);
    }

    static ImportReport exists(long line, UUID id) {
        return new ImportReport(line, EXISTS, id, null, null);
    }

    static ImportReport rejected(long line, ServiceException rejection) {
        Object member = rejection.members().get("member");
        return new ImportReport(
                line, REFUSED, null, rejection.code().wire(), member == null ? null : member.toString());
    }
}
