"""What is noted of somebody belongs to a parcours: where one is sent when there is none."""

from django.contrib import messages
from django.shortcuts import redirect


def ouvrir_d_abord(request, pk, quoi):
    """Send one to open the parcours that `quoi` (« la formation ») of the person `pk` belongs to.

    A form that is sent when the last parcours has just ended is refused: its draft stays.
    """
    niveau = messages.ERROR if request.method == "POST" else messages.INFO
    messages.add_message(request, niveau, f"Ouvrez d’abord un parcours\u00a0: {quoi} s’y rattache.")
    return redirect("parcours:parcours_create", pk)
