"""Signing in, and what is said to somebody whose session is over."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpResponse
from django.utils.cache import add_never_cache_headers, patch_cache_control


class SansInscription(DefaultAccountAdapter):
    """Accounts are opened by the structure; nobody signs up by themselves."""

    def is_open_for_signup(self, request):
        return False


class ConnexionRequiseMiddleware(LoginRequiredMiddleware):
    """Login by default. A page's script gets 401 instead of a login page: it then asks over the page, text kept."""

    def handle_no_permission(self, request, view_func):
        if request.htmx or request.headers.get("X-Requested-With") == "XMLHttpRequest":
            return HttpResponse(
                "Votre session a expiré.",
                status=401,
                content_type="text/plain; charset=utf-8",
            )
        return super().handle_no_permission(request, view_func)


class SansCacheMiddleware:
    """Nothing of a signed-in page, nor of one refused, stays in a browser's cache (shared workshop computers)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        a_garder_secret = response.status_code >= 400 or request.user.is_authenticated
        if a_garder_secret and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
            patch_cache_control(response, no_store=True, private=True)
        return response
