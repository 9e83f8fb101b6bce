"""Logs in, gets a ticket and opens a WebSocket. Also tries the ticket a second time and for another path.

Environment: SIGNET_ISSUER, USERNAME, PASSWORD, SERVER (default ws://localhost:8001).
"""

import asyncio
import json
import os
import urllib.request

import websockets

ISSUER = os.environ.get("SIGNET_ISSUER", "http://localhost:8080")
SERVER = os.environ.get("SERVER", "ws://localhost:8001")


def post(path, body, **headers):
    request = urllib.request.Request(
        ISSUER + path, data=json.dumps(body).encode(), headers={"Content-Type": "application/json", **headers}
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.load(response)


async def greeting(url):
    try:
        async with websockets.connect(url) as connection:
            first = await connection.recv()
            await connection.send("how are you?")
            return first + " / " + await connection.recv()
    except websockets.InvalidStatusCode as rejection:
        return "rejected " + str(rejection.status_code)


async def main():
    login = post("/auth/login", {"username": os.environ["USERNAME"], "password": os.environ["PASSWORD"]})
    bearer = {"Authorization": "Bearer " + login["access_token"]}
    ticket = post("/auth/tickets", {"path": "/chat"}, **bearer)["ticket"]
    print("another path:", await greeting(SERVER + "/other?ticket=" + ticket))
    print("the path:", await greeting(SERVER + "/chat?ticket=" + ticket))
    print("again:", await greeting(SERVER + "/chat?ticket=" + ticket))
    print("no ticket:", await greeting(SERVER + "/chat"))
    print("a token:", await greeting(SERVER + "/chat?ticket=" + login["access_token"]))


if __name__ == "__main__":
    asyncio.run(main())
