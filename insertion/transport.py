"""Addresses that a machine reads with a secret: refused in http, where a page leads to https (ASVS 4.1.2).

A calendar set up in http would otherwise send its secret in clear at each reading, and nobody would know.
"""

from functools import wraps

from django.conf import settings
from django.http import HttpResponseForbidden


def en_https_seulement(vue):
    @wraps(vue)
    def repondre(request, *args, **kwargs):
        if settings.SECURE_SSL_REDIRECT and not request.is_secure():
            return HttpResponseForbidden("Cette adresse se lit en https.\n", content_type="text/plain; charset=utf-8")
        return vue(request, *args, **kwargs)

    return repondre
