"""A WebSocket server that accepts connections with a ticket of Signet for its path.

Environment: SIGNET_ISSUER (default http://localhost:8080), SIGNET_AUDIENCE (default the issuer), PORT (default 8001), ORIGINS (origins of
pages that may connect, separated by commas; programs that send no Origin may always connect).
"""

import asyncio
import http
import json
import os
import urllib.request
from urllib.parse import parse_qs, urlsplit

import websockets

ISSUER = os.environ.get("SIGNET_ISSUER", "http://localhost:8080")
AUDIENCE = os.environ.get("SIGNET_AUDIENCE", ISSUER)
PORT = int(os.environ.get("PORT", "8001"))
ORIGINS = [None] + [origin for origin in os.environ.get("ORIGINS", "").split(",") if origin]


def redeem(ticket, path):
    """Redeems a ticket and returns "active" with the claims of its user."""
    request = urllib.request.Request(
        ISSUER + "/auth/tickets/redemptions",
        data=json.dumps({"ticket": ticket, "path": path, "audience": AUDIENCE}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.load(response)


class Admission(websockets.WebSocketServerProtocol):
    """Redeems the ticket before the connection becomes a WebSocket."""

    caller = None

    async def process_request(self, path, request_headers):
        url = urlsplit(path)
        tickets = parse_qs(url.query).get("ticket", [])
        if len(tickets) != 1:
            return http.HTTPStatus.UNAUTHORIZED, [], b"the query needs one ticket\n"
        try:
            # Signet compares the path character by character.
            self.caller = await asyncio.get_running_loop().run_in_executor(None, redeem, tickets[0], url.path)
        except OSError:
            return http.HTTPStatus.SERVICE_UNAVAILABLE, [], b"try again later\n"
        if not self.caller["active"]:
            return http.HTTPStatus.UNAUTHORIZED, [], b"the ticket is invalid\n"
        return None


async def talk(connection, path):
    await connection.send("hello " + connection.caller["upn"])
    async for message in connection:
        await connection.send(connection.caller["upn"] + ": " + message)


async def main():
    async with websockets.serve(talk, "localhost", PORT, create_protocol=Admission, origins=ORIGINS):
        await asyncio.Future()


if __name__ == "__main__":
    asyncio.run(main())
