"""Accepts both Signet's tokens and the project's own during the migration. Remove it when the last old token has expired."""

import jwt
from django.conf import settings
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.backends import TokenBackend
from rest_framework_simplejwt.exceptions import AuthenticationFailed, InvalidToken, TokenError
from rest_framework_simplejwt.tokens import AccessToken


class SignetToken(AccessToken):
    """An access token of Signet, which the library verifies like its own tokens but with Signet's keys."""

    _token_backend = TokenBackend(
        "RS256",
        issuer=settings.SIGNET_ISSUER,
        audience=settings.SIGNET_AUDIENCE,
        jwk_url=settings.SIGNET_JWK_URL,
    )

    def verify_token_type(self):
        """Does nothing: the header (typ: at+jwt) and the audience determine the type of a token."""


class SignetAuthentication(JWTAuthentication):
    """Verifies tokens with a kid. The next authentication class verifies the others, which the project itself signed."""

    def authenticate(self, request):
        header = self.get_header(request)
        raw = None if header is None else self.get_raw_token(header)
        return super().authenticate(request) if raw is not None and names_a_key(raw) else None

    def get_validated_token(self, raw_token):
        try:
            return SignetToken(raw_token)
        except TokenError as rejection:
            raise InvalidToken(str(rejection)) from rejection

    def get_user(self, validated_token):
        user = self.user_model.objects.filter(username=validated_token.get("upn"), is_active=True).first()
        if user is None:
            raise AuthenticationFailed("User not found", code="user_not_found")
        return user


# Only selects the verifier of the token; the header is not trusted.
def names_a_key(raw):
    try:
        return "kid" in jwt.get_unverified_header(raw)
    except jwt.PyJWTError:
        return False
