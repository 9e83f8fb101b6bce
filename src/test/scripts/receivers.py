"""Receives events or mails of Signet, for the scripts in this folder.

  hook PORT FILE     security events by POST; a line for each: its subject and its type
  mailbox PORT DIR   mails by SMTP; the plain text of each in a file of its own, named by its recipient and a number
"""

import base64
import email
import email.policy
import http.server
import itertools
import json
import os
import socketserver
import sys


def claims_of(token):
    payload = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))


class Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        claims = claims_of(self.rfile.read(int(self.headers["Content-Length"])).decode())
        with open(sys.argv[3], "a") as received:
            for event in claims["events"]:
                received.write(f"{claims['sub_id']['sub']} {event}\n")
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


class Mailbox(socketserver.StreamRequestHandler):
    numbers = itertools.count(1)

    def handle(self):
        self.reply("220 mailbox")
        recipient = ""
        while line := self.rfile.readline():
            command = line.decode().strip()
            verb = command[:4].upper()
            if verb == "RCPT":
                recipient = command.split("<")[1].split(">")[0]
            if verb == "DATA":
                self.reply("354 go on")
                self.store_mail(recipient)
            if verb == "QUIT":
                return self.reply("221 bye")
            self.reply("250 ok")

    def store_mail(self, recipient):
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        mail = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
        path = os.path.join(sys.argv[3], f"{recipient}.{next(self.numbers):04}")
        # The rename ensures that readers of the file see it complete.
        with open(path + "~", "w") as text:
            text.write(mail.get_body(("plain",)).get_content())
        os.rename(path + "~", path)

    def reply(self, line):
        self.wfile.write(line.encode() + b"\r\n")


class MailServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


place = ("localhost", int(sys.argv[2]))
server = {"hook": (http.server.ThreadingHTTPServer, Hook), "mailbox": (MailServer, Mailbox)}[sys.argv[1]]
server[0](place, server[1]).serve_forever()
