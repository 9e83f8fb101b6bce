"""Calls Signet as clients of djangorestframework-jwt call their Django project (signet.compat.drf-jwt).

Environment: SIGNET_ISSUER (default http://localhost:8080), USERNAME, PASSWORD. Prints the last token.
"""

import json
import os
import sys
import urllib.error
import urllib.request

ISSUER = os.environ.get("SIGNET_ISSUER", "http://localhost:8080")


def call(path, body=None, token=None):
    """Returns the status and the JSON of a response."""
    request = urllib.request.Request(
        ISSUER + path,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json"} | ({"Authorization": "JWT " + token} if token else {}),
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as rejection:
        return rejection.code, json.load(rejection)


def expect(what, status, member, response):
    if response[0] != status or list(response[1]) != [member]:
        sys.exit(f"{what}: {response}")
    return response[1][member]


def main():
    user = {"username": os.environ["USERNAME"], "password": os.environ["PASSWORD"]}
    expect("a wrong password", 400, "non_field_errors", call("/api/jwt-auth/", user | {"password": "wrong"}))
    first = expect("obtain", 200, "token", call("/api/jwt-auth/", user))
    second = expect("refresh", 200, "token", call("/api/jwt-auth/refresh/", {"token": first}))
    if second == first:
        sys.exit("refresh: the same token")
    expect("verify", 200, "token", call("/api/jwt-auth/verify/", {"token": second}))
    expect("verify a forgery", 400, "non_field_errors", call("/api/jwt-auth/verify/", {"token": second[:-8] + "AAAAAAAA"}))
    expect("refresh a forgery", 400, "non_field_errors", call("/api/jwt-auth/refresh/", {"token": "x.y.z"}))
    status, me = call("/auth/me", token=second)
    if status != 200 or me["username"] != user["username"]:
        sys.exit(f"Authorization: JWT: {status} {me}")
    print(second)


if __name__ == "__main__":
    main()
