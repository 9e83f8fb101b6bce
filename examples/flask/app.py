"""A Flask service that accepts access tokens of Signet, with PyJWT.

Environment: SIGNET_ISSUER (default http://localhost:8080), SIGNET_AUDIENCE (default the issuer).
"""

import functools
import os

import jwt
from flask import Flask, g, jsonify, request

ISSUER = os.environ.get("SIGNET_ISSUER", "http://localhost:8080")
AUDIENCE = os.environ.get("SIGNET_AUDIENCE", ISSUER)

app = Flask(__name__)
# Caches the key set for five minutes, and fetches it again for a token with an unknown key.
keys = jwt.PyJWKClient(ISSUER + "/.well-known/jwks.json")


def verify(token):
    """Returns the claims of a valid access token; raises jwt.PyJWTError for any other text."""
    key = keys.get_signing_key_from_jwt(token)
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


def rejected(status, challenge):
    return jsonify(message="no"), status, {"WWW-Authenticate": challenge}


def token_required(view=None, role=None):
    """Reads only the header: a token in a URL would remain in logs and browser histories."""
    if view is None:
        return functools.partial(token_required, role=role)

    @functools.wraps(view)
    def guarded(*args, **kwargs):
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            return rejected(401, "Bearer")
        try:
            g.claims = verify(token.strip())
        except jwt.PyJWTError:
            return rejected(401, 'Bearer error="invalid_token"')
        if role and role not in g.claims.get("groups", []):
            return jsonify(message="no"), 403
        return view(*args, **kwargs)

    return guarded


@app.route("/unprotected")
def unprotected():
    return jsonify(message="Anyone can view this")


@app.route("/protected")
@token_required
def protected():
    # A client's own token (client_credentials) has no user.
    username = g.claims.get("upn")
    if username is None:
        return jsonify(message="no"), 403
    return jsonify(message="Only people with valid tokens", username=username)


@app.route("/admin")
@token_required(role="admin")
def administrators():
    return jsonify(message="Only administrators")
