"""Recomputes the history of an installation's keys, as docs/operations/key-history.md describes it for auditors.

    SIGNET_ISSUER=https://id.example.com ACCESS_TOKEN=… python3 key_history.py [the hash you noted last time]

Needs only Python. Prints the states of each key. The last line is "whole" with the hash to note, or names the first wrong entry.
"""

import base64
import hashlib
import json
import os
import sys
import urllib.request

FORM = "signet key history 1"
# The members that a thumbprint covers (RFC 7638).
REQUIRED = {"RSA": ("e", "kty", "n"), "EC": ("crv", "kty", "x", "y"), "OKP": ("crv", "kty", "x"), "AKP": ("alg", "kty", "pub")}


def entries(issuer, token):
    after = ""
    while after is not None:
        url = f"{issuer}/admin/keys/history?limit=200" + (f"&after={after}" if after else "")
        request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
        with urllib.request.urlopen(request, timeout=10) as response:
            page = json.load(response)
        yield from page["items"]
        after = page.get("next")


def thumbprint(jwk):
    text = json.dumps({name: jwk[name] for name in REQUIRED[jwk["kty"]]}, separators=(",", ":"), sort_keys=True)
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def hash_of(entry, before):
    found = "true" if entry["found"] else "false"
    fields = (FORM, str(entry["sequence"]), before, entry["kid"], entry["alg"], entry["state"], entry["at"], found)
    return hashlib.sha256("\n".join(fields).encode()).hexdigest()


def main():
    noted = sys.argv[1] if len(sys.argv) > 1 else None
    before, seen = "0" * 64, []
    for number, entry in enumerate(entries(os.environ["SIGNET_ISSUER"], os.environ["ACCESS_TOKEN"]), start=1):
        whole = (
            entry["sequence"] == number
            and entry["previous_hash"] == before
            and entry["hash"] == hash_of(entry, before)
            and entry["kid"] == thumbprint(entry["jwk"])
        )
        if not whole:
            sys.exit(f"broken at entry {number}")
        print(entry["at"], entry["kid"], entry["alg"], entry["state"], "(found)" if entry["found"] else "")
        before = entry["hash"]
        seen.append(before)
    if noted and noted not in seen:
        sys.exit("the hash you noted is not in this history: it was rewritten or cut off")
    print("whole", before)


if __name__ == "__main__":
    main()
