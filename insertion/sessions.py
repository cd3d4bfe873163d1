"""How long a session lasts: twelve hours at most, half an hour without anybody at the keyboard (surete.md P0-10).

What a page does by itself (drafts kept, progress watched) is no activity; session.js says when somebody types.
"""

from allauth.account.signals import authentication_step_completed
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.models import Session
from django.dispatch import receiver
from django.utils import timezone

from .connexion import par_un_script
from .models.structures import compte_ferme
from .traces import dire

OUVERTE, ACTIVE = "ouverte_a", "active_a"
#: The last activity is written at most once in this time (seconds).
PRECISION = 60
#: What a browser and a system say of themselves, the most precise first.
NAVIGATEURS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMES = (
    *(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows")),
    *(("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")),
)


def maintenant():
    return int(timezone.now().timestamp())


@receiver(user_logged_in)
def commencer(sender, request, **kwargs):
    """A session begins when somebody signs in, never before."""
    request.session[OUVERTE] = request.session[ACTIVE] = maintenant()


@receiver(authentication_step_completed)
def renouveler(sender, request, user, reauthenticated=False, **kwargs):
    """Whoever proves again who they are gets a new key: the former one, were it known, opens nothing more."""
    if reauthenticated:
        dire("identité confirmée", request, utilisateur=user)
        avant = request.session.session_key
        request.session.cycle_key()
        UserSession.objects.filter(session_key=avant).update(session_key=request.session.session_key)


def reste(session):
    """Seconds left to a session (a mapping) if nobody does anything; zero or less when it is over."""
    fin = min(
        session.get(OUVERTE, 0) + settings.SESSION_COOKIE_AGE, session.get(ACTIVE, 0) + settings.SESSION_INACTIVE
    )
    return fin - maintenant()


def reste_en_tout(session):
    """Seconds left to a session whatever one does."""
    return session.get(OUVERTE, 0) + settings.SESSION_COOKIE_AGE - maintenant()


def toucher(request):
    """Note that somebody is there."""
    request.session[ACTIVE] = maintenant()
    UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=timezone.now())


def ouvertes(utilisateur):
    """The sessions of `utilisateur` that still open something, the latest used first, each with its `appareil`."""
    siennes = list(UserSession.objects.filter(user=utilisateur).order_by("-last_seen_at"))
    magasin = Session.objects.filter(session_key__in=[une.session_key for une in siennes])
    vivantes = {session.session_key for session in magasin if reste(session.get_decoded()) > 0}
    siennes = [une for une in siennes if une.session_key in vivantes]
    for une in siennes:
        une.appareil = appareil(une.user_agent)
    return siennes


def appareil(agent):
    """« Firefox sur Windows », as far as what a browser says of itself tells."""
    navigateur = next((nom for signe, nom in NAVIGATEURS if signe in agent), "Navigateur")
    systeme = next((nom for signe, nom in SYSTEMES if signe in agent), "appareil inconnu")
    return f"{navigateur} sur {systeme}"


def fermer(siennes):
    """Close these sessions: their next request asks to sign in."""
    Session.objects.filter(session_key__in=[une.session_key for une in siennes]).delete()
    UserSession.objects.filter(pk__in=[une.pk for une in siennes]).delete()


def fermer_toutes(utilisateur):
    fermer(UserSession.objects.filter(user=utilisateur))


@receiver(compte_ferme)
def fermer_celles_du_partant(sender, appartenance, **kwargs):
    """Somebody left: whatever they work for, they sign in again."""
    fermer_toutes(appartenance.utilisateur)


def purger(quand):
    """Delete the sessions that are over, and what was known of their devices."""
    Session.objects.filter(expire_date__lt=quand).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


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
