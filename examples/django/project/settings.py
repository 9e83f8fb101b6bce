"""A Django REST Framework service at three stages of its migration from its own HS256 tokens to those of Signet.

Environment: STAGE is "hs256" (as it was), "dual" (both) or "signet" (Signet alone); SIGNET_ISSUER, SIGNET_AUDIENCE (default the
issuer), DATABASE (a file), SECRET_KEY.
"""

import os

STAGE = os.environ.get("STAGE", "signet")
SIGNET_ISSUER = os.environ.get("SIGNET_ISSUER", "http://localhost:8080")
SIGNET_AUDIENCE = os.environ.get("SIGNET_AUDIENCE", SIGNET_ISSUER)
SIGNET_JWK_URL = SIGNET_ISSUER + "/.well-known/jwks.json"

SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
ROOT_URLCONF = "project.urls"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "rest_framework", "notes"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ.get("DATABASE", "db.sqlite3")}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True

SIMPLEJWT = "rest_framework_simplejwt.authentication.JWTAuthentication"

if STAGE == "hs256":
    AUTHENTICATION = [SIMPLEJWT]
elif STAGE == "dual":
    AUTHENTICATION = ["notes.authentication.SignetAuthentication", SIMPLEJWT]
else:
    AUTHENTICATION = [SIMPLEJWT]
    SIMPLE_JWT = {
        "ALGORITHM": "RS256",
        "JWK_URL": SIGNET_JWK_URL,
        "ISSUER": SIGNET_ISSUER,
        "AUDIENCE": SIGNET_AUDIENCE,
        # "upn" is the username, "sub" the id of the account at Signet.
        "USER_ID_CLAIM": "upn",
        "USER_ID_FIELD": "username",
        # Tokens of Signet have their type in the header (typ: at+jwt); AUDIENCE excludes other types.
        "TOKEN_TYPE_CLAIM": None,
        # The second one is for clients of djangorestframework-jwt.
        "AUTH_HEADER_TYPES": ("Bearer", "JWT"),
    }

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": AUTHENTICATION,
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
