"""The resource of the service, and the views of simplejwt while the service itself logs users in."""

from django.conf import settings
from django.urls import path
from notes.views import who_am_i

urlpatterns = [path("whoami/", who_am_i)]

if settings.STAGE != "signet":
    from rest_framework_simplejwt.views import TokenObtainPairView, TokenRefreshView

    urlpatterns += [
        path("api/token/", TokenObtainPairView.as_view()),
        path("api/token/refresh/", TokenRefreshView.as_view()),
    ]
