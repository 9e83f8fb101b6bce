"""A resource that requires a valid token."""

from rest_framework.decorators import api_view
from rest_framework.response import Response


@api_view(["GET"])
def who_am_i(request):
    return Response({"username": request.user.get_username(), "roles": request.auth.get("groups", [])})
