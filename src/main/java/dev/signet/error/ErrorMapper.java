package dev.signet.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Maps every failure of a resource to the response of its code: RFC 9457, RFC 6749 §5.2 with {@link OAuthProtocol}, or
 * a page with {@link PageErrors}.
 */
final class ErrorMapper {

    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

    private final Instance<ErrorPages> pages;
    private final AllowedMethods methods;
    private final OAuthPaths oauthPaths;

    ErrorMapper(Instance<ErrorPages> pages, AllowedMethods methods, OAuthPaths oauthPaths) {
        this.pages = pages;
        this.methods = methods;
        this.oauthPaths = oauthPaths;
    }

    @ServerExceptionMapper
    public Response mapServiceException(ServiceException rejection, ResourceInfo resource) {
        return respond(rejection, resource);
    }

    @ServerExceptionMapper
    public Response mapMissingCredentials(UnauthorizedException failure, ResourceInfo resource) {
        return respond(
                new ServiceException(ErrorCode.AUTHENTICATION_REQUIRED, "the request has no credentials"), resource);
    }

    @ServerExceptionMapper
    public Response mapInvalidToken(AuthenticationFailedException failure, ResourceInfo resource) {
        if (DatabaseFailure.isOutage(failure)) {
            return mapUnexpected(failure, resource);
        }
        ServiceException rejection = findCause(failure, ServiceException.class);
        if (rejection != null) {
            return mapServiceException(rejection, resource);
        }
        return respond(new ServiceException(ErrorCode.INVALID_TOKEN, failure.getMessage()), resource);
    }

    @ServerExceptionMapper
    public Response mapMissingRole(ForbiddenException failure, ResourceInfo resource) {
        return respond(
                new ServiceException(ErrorCode.FORBIDDEN, "the caller does not have the required role"), resource);
    }

    @ServerExceptionMapper({MismatchedInputException.class, JsonProcessingException.class})
    public Response mapInvalidJson(Exception failure, ResourceInfo resource) {
        // Jackson wraps the exception of a record that rejects one of its members; that exception names the member.
        ServiceException rejection = findCause(failure, ServiceException.class);
        return mapServiceException(
                rejection != null ? rejection : JsonFaults.describe(ErrorCode.INVALID_REQUEST, failure), resource);
    }

    @ServerExceptionMapper
    public Response mapHttpStatus(
            WebApplicationException failure, ResourceInfo resource, ContainerRequestContext request) {
        // The body reader wraps the exception of a record that rejects one of its members.
        ServiceException rejection = findCause(failure, ServiceException.class);
        if (rejection != null) {
            return mapServiceException(rejection, resource);
        }
        Response original = failure.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        if (original.getStatus() == ErrorCode.INVALID_REQUEST.status()
                && findCause(failure, JsonProcessingException.class) != null) {
            return mapServiceException(JsonFaults.describe(ErrorCode.INVALID_REQUEST, failure), resource);
        }
        ServiceException rejected =
                new ServiceException(ErrorCode.ofStatus(original.getStatus()), "rejected by the HTTP layer");
        // No resource is selected yet, so the path determines the protocol.
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (rejected.code() == ErrorCode.UNSUPPORTED_MEDIA_TYPE && oauthPaths.containsPath(path)) {
            return respond(malformedOAuthRequest(), true);
        }
        return rejected.code() == ErrorCode.NOT_FOUND && isFromBrowser(request)
                ? pages.get().page(rejected)
                : respond(rejected, resource);
    }

    // RFC 6749 §5.2 has no other code and status for this error.
    private static ServiceException malformedOAuthRequest() {
        return new ServiceException(ErrorCode.INVALID_REQUEST, "the Content-Type is not supported at an OAuth endpoint")
                .detail("This endpoint does not support the Content-Type of the request. Token requests must be"
                        + " application/x-www-form-urlencoded, registrations application/json.");
    }

    private static boolean isFromBrowser(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML)
                && (request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.HEAD));
    }

    @ServerExceptionMapper
    public Response mapNotAllowedMethod(
            NotAllowedException failure, ResourceInfo resource, ServerRequestContext request) {
        Response rejection =
                respond(new ServiceException(ErrorCode.METHOD_NOT_ALLOWED, "rejected by the HTTP layer"), resource);
        return Response.fromResponse(rejection)
                .header(HttpHeaders.ALLOW, String.join(", ", methods.of((ResteasyReactiveRequestContext) request)))
                .build();
    }

    @ServerExceptionMapper
    public Response mapUnexpected(Throwable failure, ResourceInfo resource) {
        ServiceException rejection = findCause(failure, ServiceException.class);
        if (rejection != null) {
            return mapServiceException(rejection, resource);
        }
        if (DatabaseFailure.isOutage(failure)) {
            LOG.warnf("The database is not available: %s", rootMessage(failure));
            return respond(
                    new ServiceException(ErrorCode.TEMPORARILY_UNAVAILABLE, "the database is not available"), resource);
        }
        if (DatabaseFailure.isUnstorableValue(failure)) {
            LOG.infof("Cannot store a value: %s", rootMessage(failure));
            return respond(
                    new ServiceException(ErrorCode.INVALID_REQUEST, "a value cannot be stored in the database"),
                    resource);
        }
        if (findCause(failure, OptimisticLockException.class) != null) {
            return respond(
                    new ServiceException(ErrorCode.CONFLICT, "the object was changed by a concurrent request"),
                    resource);
        }
        LOG.error("Unexpected failure", failure);
        return respond(new ServiceException(ErrorCode.INTERNAL_ERROR, "unexpected failure"), resource);
    }

    private Response respond(ServiceException rejection, ResourceInfo resource) {
        RejectionReason.store(rejection);
        if (isMarked(resource, PageErrors.class)) {
            return pages.get().page(rejection);
        }
        return respond(rejection, isMarked(resource, OAuthProtocol.class));
    }

    private static Response respond(ServiceException rejection, boolean oauth) {
        ErrorCode code = rejection.code();
        // A rejection with a challenge of its own concerns an access token (RFC 9449 §7.1) and not a token request.
        int status = oauth && rejection.challenge() == null ? code.oauthStatus() : code.status();
        Response.ResponseBuilder response = Response.status(status)
                .entity(oauth ? oauthBody(rejection) : Problem.members(rejection))
                .type(oauth ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        // RFC 6750 §3.1 requires the header also for a token with insufficient scope.
        if (status == 401 || code == ErrorCode.INSUFFICIENT_SCOPE) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge(rejection));
        }
        return response.build();
    }

    // Returns the challenge, with an error code only if the request has a token (RFC 6750 §3).
    private static String challenge(ServiceException rejection) {
        String specific = rejection.challenge();
        if (specific != null) {
            return specific;
        }
        ErrorCode code = rejection.code();
        return code == ErrorCode.INVALID_TOKEN
                ? "Bearer realm=\"signet\", error=\"invalid_token\", error_description=\"" + code.sentence() + "\""
                : "Bearer realm=\"signet\"";
    }

    private static Map<String, Object> oauthBody(ServiceException rejection) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", rejection.code().wire());
        String detail = rejection.detail();
        body.put("error_description", detail == null ? rejection.code().sentence() : detail);
        body.putAll(rejection.members());
        return body;
    }

    private static boolean isMarked(@Nullable ResourceInfo resource, Class<? extends Annotation> mark) {
        Class<?> type = resource == null ? null : resource.getResourceClass();
        return type != null && type.isAnnotationPresent(mark);
    }

    private static <T extends Throwable> @Nullable T findCause(Throwable failure, Class<T> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
