"""A mail server for tests, on a free port of 127.0.0.1: prints {"port": N}, then each mail as a line.

The recipient's name says what it does: rechaza… is refused at RCPT, texto… after the text, and
ocupado… the first time only; anybody else gets the mail.
"""
import asyncio
import base64
import json

from aiosmtpd.smtp import SMTP


def say(what):
    print(json.dumps(what), flush=True)


class Handler:
    def __init__(self):
        self.seen = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("rechaza"):
            return "550 5.1.1 no such mailbox here"
        if address.startswith("ocupado") and address not in self.seen:
            self.seen.add(address)
            return "451 4.7.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        to = envelope.rcpt_tos
        say({"from": envelope.mail_from, "to": to,
             "data": base64.b64encode(envelope.original_content).decode()})
        if to[0].startswith("texto"):
            return "554 5.7.1 looks like rubbish"
        return "250 taken"


async def main():
    handler = Handler()
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(handler, hostname="localhost"), "127.0.0.1", 0)
    say({"port": server.sockets[0].getsockname()[1]})
    await server.serve_forever()


asyncio.run(main())
