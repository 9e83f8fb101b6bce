"""Writes the project's users as Signet's POST /admin/accounts:import reads them, one a line."""

import json

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options):
        for user in get_user_model().objects.order_by("pk").iterator():
            line = {"username": user.get_username(), "enabled": user.is_active}
            if user.get_full_name():
                line["name"] = user.get_full_name()
            if user.email:
                line["email"] = user.email
            # Without a usable password nobody logs in by one there either, until it is reset.
            if user.has_usable_password():
                line["password_hash"] = user.password
            self.stdout.write(json.dumps(line))
