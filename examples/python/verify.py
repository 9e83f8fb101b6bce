"""Verifies Signet's access tokens with PyJWT. The issuer is the only configuration.

As a program: one token a line on standard input, one verdict a line on standard output.
Environment: SIGNET_ISSUER (default http://localhost:8080), SIGNET_AUDIENCE (default the issuer).
"""

import os
import sys

import jwt

ISSUER = os.environ.get("SIGNET_ISSUER", "http://localhost:8080")
AUDIENCE = os.environ.get("SIGNET_AUDIENCE", ISSUER)

# Caches the key set for five minutes, and fetches it again for a token with an unknown key.
_keys = jwt.PyJWKClient(ISSUER + "/.well-known/jwks.json")


def verify(token):
    """Returns the claims of a valid access token; raises jwt.PyJWTError for any other text."""
    key = _keys.get_signing_key_from_jwt(token)
    if jwt.get_unverified_header(token).get("typ") != "at+jwt":
        raise jwt.InvalidTokenError("not an access token")
    return jwt.decode(
        token,
        key.key,
        # Always listed: a token must never choose its own algorithm.
        algorithms=["RS256", "ES256"],
        issuer=ISSUER,
        audience=AUDIENCE,
        options={"require": ["exp", "iat", "iss", "aud", "sub"]},
    )


if __name__ == "__main__":
    for line in sys.stdin:
        try:
            claims = verify(line.strip())
            print("accepted", claims["sub"], flush=True)
        except jwt.PyJWTError as rejection:
            print("rejected", type(rejection).__name__, rejection, flush=True)
