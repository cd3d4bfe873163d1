"""« À chacun selon sa charge »: an even share, proposed and always open to change."""


def repartir(porte, partage, personnes):
    """Return {person: id of a colleague} of `personnes` (ids) that evens out the entretiens expected in a month.

    It is among those who follow people. `partage` says who takes over the others of the `Bagage` so far, and weighs
    on each. Whoever is followed by somebody who stays goes to them; then those seen the most often, each to whom has
    the fewest entretiens.
    """
    parmi = [r for r in porte.repreneurs if r.suit] or porte.repreneurs
    charge = {r.utilisateur.pk: [r.entretiens, r.personnes] for r in parmi}
    decidees = {pk: vers for pk, vers in partage.items() if pk not in personnes}
    for portee in porte.portees:
        _peser(charge, portee, decidees.get(portee.personne.pk))
    choix, a_placer = {}, []
    for portee in (portee for portee in porte.portees if portee.personne.pk in personnes):
        proche = next((collegue.pk for collegue in portee.avec if collegue.pk in charge), None)
        if proche is None:
            a_placer.append(portee)
        else:
            choix[portee.personne.pk] = proche
    for portee in sorted(a_placer, key=lambda p: (-p.entretiens, p.personne.tri, p.personne.pk)) if charge else ():
        choix[portee.personne.pk] = min(charge, key=lambda pk: (charge[pk], pk))
        _peser(charge, portee, choix[portee.personne.pk])
    return choix


def _peser(charge, portee, vers):
    """Add somebody to what `vers` carries, unless they follow them already or take nobody over."""
    if vers in charge and vers not in {collegue.pk for collegue in portee.avec}:
        charge[vers][0] += portee.entretiens
        charge[vers][1] += 1
