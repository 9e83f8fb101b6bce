"""Writes the users of the project in the format of Signet's POST /admin/accounts:import, one per line."""

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
            # A user without a usable password cannot log in to Signet either until the password is reset.
            if user.has_usable_password():
                line["password_hash"] = user.password
            self.stdout.write(json.dumps(line))
