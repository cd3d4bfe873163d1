from django import template

register = template.Library()


@register.filter
def duree(minutes):
    """« 1 h 05 », « 45 min », « – » for nothing."""
    if not minutes:
        return "–"
    heures, reste = divmod(minutes, 60)
    return f"{heures}\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}{reste:02d}" if heures else f"{reste}\N{NO-BREAK SPACE}min"
