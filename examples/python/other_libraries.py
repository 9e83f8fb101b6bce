"""Like verify.py, with Authlib and with jwcrypto: three independent libraries must agree on a token.

As a program: one token a line on standard input, one verdict of each library a line on standard output.
Environment: SIGNET_ISSUER (default http://localhost:8080), SIGNET_AUDIENCE (default the issuer).
"""

import json
import os
import sys
import urllib.request

from authlib.jose import JsonWebKey, JsonWebToken
from authlib.jose.errors import JoseError
from jwcrypto.common import JWException
from jwcrypto.jwk import JWKSet
from jwcrypto.jwt import JWT

ISSUER = os.environ.get("SIGNET_ISSUER", "http://localhost:8080")
AUDIENCE = os.environ.get("SIGNET_AUDIENCE", ISSUER)
# Always listed: a token must never choose its own algorithm.
ALGORITHMS = ["RS256", "ES256"]

with urllib.request.urlopen(ISSUER + "/.well-known/jwks.json", timeout=10) as response:
    KEYS = response.read().decode()


def by_authlib(token):
    """Returns the claims of a valid access token; raises JoseError or ValueError for any other text."""
    claims = JsonWebToken(ALGORITHMS).decode(
        token,
        JsonWebKey.import_key_set(json.loads(KEYS)),
        claims_options={
            "iss": {"essential": True, "value": ISSUER},
            "aud": {"essential": True, "value": AUDIENCE},
            "exp": {"essential": True},
        },
    )
    claims.validate()
    if claims.header.get("typ") != "at+jwt":
        raise ValueError("not an access token")
    return claims


def by_jwcrypto(token):
    """Returns the claims of a valid access token; raises JWException or ValueError for any other text."""
    verified = JWT(
        jwt=token,
        key=JWKSet.from_json(KEYS),
        algs=ALGORITHMS,
        check_claims={"iss": ISSUER, "aud": AUDIENCE, "exp": None},
    )
    if json.loads(verified.header).get("typ") != "at+jwt":
        raise ValueError("not an access token")
    return json.loads(verified.claims)


if __name__ == "__main__":
    for line in sys.stdin:
        for library in by_authlib, by_jwcrypto:
            try:
                print(library.__name__, "accepted", library(line.strip())["sub"], flush=True)
            except (JoseError, JWException, ValueError) as rejection:
                print(library.__name__, "rejected", type(rejection).__name__, rejection, flush=True)
