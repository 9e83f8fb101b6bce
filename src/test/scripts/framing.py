"""Sends requests with ambiguous framing through a proxy: framing.py HOST PORT CA_FILE.

Each is followed by a second request on the same connection. Exits 1 and names the request if a connection carries a response to
the second one, or if a request through the proxy afterwards receives a response that is not its own.
"""

import socket
import ssl
import sys

HEAD = "POST /auth/verify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
BODY = "\r\n\r\nd\r\n{\"token\":\"x\"}\r\n0\r\n\r\n"
SECOND = "GET /.well-known/jwks.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
AMBIGUOUS = [
    "Content-Length: 13\r\nTransfer-Encoding: chunked",
    "Transfer-Encoding: xchunked",
    "Transfer-Encoding: chunked, identity",
    "Transfer-Encoding:\r\n chunked",
    "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
    "Transfer-Encoding : chunked",
    "Content-Length: 13\r\nContent-Length: 0",
    "Content-Length: +13",
    "X: a\r\n Content-Length: 13",
    "X: a\r\n\tContent-Length: 13",
    "Content-Length: 13\r\nHost: localhost",
]


def exchange(request):
    context = ssl.create_default_context(cafile=sys.argv[3])
    with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=10) as plain:
        with context.wrap_socket(plain, server_hostname="localhost") as connection:
            connection.sendall(request.encode())
            received = b""
            try:
                while part := connection.recv(65536):
                    received += part
            except (TimeoutError, ConnectionError, ssl.SSLError):
                pass
            return received.decode()


def main():
    for header in AMBIGUOUS:
        responses = exchange(HEAD + header + BODY + SECOND)
        if responses.count("HTTP/1.1 ") > 1 or '"keys"' in responses:
            sys.exit(f"{header!r}: {responses}")
        following = exchange(SECOND)
        if not following.startswith("HTTP/1.1 200 ") or following.count("HTTP/1.1 ") != 1:
            sys.exit(f"after {header!r}: {following}")
    print(len(AMBIGUOUS), "requests with ambiguous framing, none with a second response")


main()
