"""How long a session lasts: twelve hours at most, half an hour without anybody at the keyboard (surete.md P0-10).

What a page does by itself (drafts kept, progress watched) is no activity; session.js says when somebody types.
"""

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.utils import timezone

from .connexion import par_un_script

OUVERTE, ACTIVE = "ouverte_a", "active_a"
#: The last activity is written at most once in this time (seconds).
PRECISION = 60


def maintenant():
    return int(timezone.now().timestamp())


@receiver(user_logged_in)
def commencer(sender, request, **kwargs):
    """A session begins when somebody signs in, never before."""
    request.session[OUVERTE] = request.session[ACTIVE] = maintenant()


def reste(session):
    """Seconds left to a session (a mapping) if nobody does anything; zero or less when it is over."""
    fin = min(session.get(OUVERTE, 0) + settings.SESSION_COOKIE_AGE, session.get(ACTIVE, 0) + settings.SESSION_INACTIVE)
    return fin - maintenant()


def reste_en_tout(session):
    """Seconds left to a session whatever one does."""
    return session.get(OUVERTE, 0) + settings.SESSION_COOKIE_AGE - maintenant()


def toucher(request):
    """Note that somebody is there."""
    request.session[ACTIVE] = maintenant()
    UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=timezone.now())


class SessionBorneeMiddleware:
    """Closes a session that is over before any view sees it; notes the activity, sparingly."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.session_finie = False
        if request.user.is_authenticated:
            if reste(request.session) <= 0:
                logout(request)
                request.session_finie = True
            elif not par_un_script(request) and maintenant() - request.session[ACTIVE] >= PRECISION:
                toucher(request)
        return self.get_response(request)
