"""Nothing about people is stored without being declared: access, erasure and the registre follow from it."""

import pytest

from beneficiaires.models import Beneficiaire, Proche
from insertion.models import Structure
from parcours.models import (
    Confirmation,
    Entretien,
    Evaluation,
    FaitChantier,
    NoteConfidentielle,
    Parcours,
    Production,
)
from pilotage.vie_privee.declarations import Declaration, chemin, declarations, manques, modeles, personnelles


def test_every_column_of_every_table_is_declared():
    oublis = list(manques())

    assert oublis == [], "\n".join(oublis)


def test_a_row_belongs_to_the_person_by_the_keys_of_its_table():
    chemins = {d.modele: d.chemin for d in personnelles()}

    assert chemins[Beneficiaire] == ()
    assert chemins[Proche] == ("beneficiaire",)
    assert chemins[Evaluation] == ("diagnostic", "parcours", "beneficiaire")


@pytest.mark.parametrize(
    ("modele", "cles"),
    [
        (Beneficiaire, ()),
        (Proche, ("beneficiaire",)),
        (Entretien, ("parcours", "beneficiaire")),
        (Confirmation, ("evaluation", "diagnostic", "parcours", "beneficiaire")),
        (Production, ("beneficiaire",)),  # optional: a sheet produced for nobody belongs to nobody
        (FaitChantier, None),
        (Structure, None),
    ],
)
def test_the_shortest_keys_always_filled_lead_to_the_person(modele, cles):
    assert chemin.__wrapped__(modele) == cles


def test_what_was_said_goes_and_what_was_counted_stays():
    connues = declarations()

    assert {"compte_rendu", "paroles"} <= set(connues[Entretien].sujet)
    assert "date" in connues[Entretien].fait
    assert not connues[NoteConfidentielle].est_gardee
    assert "prenom" in connues[Proche].tiers
    assert (connues[Parcours].est_gardee, connues[Proche].est_gardee) == (True, False)


def test_a_table_about_nobody_declares_no_column():
    nulle_part = declarations()[Structure]

    assert (nulle_part.est_exclue, nulle_part.declares, nulle_part.dits) == (True, set(), [])


@pytest.fixture
def declarer(monkeypatch):
    """`declarer(Modele, …)` puts other rubriques in the place of those of the table, or none."""

    def remplacer(modele, **rubriques):
        autres = {m: d for m, d in declarations().items() if m is not modele}
        autres |= {modele: Declaration(modele, **rubriques)} if rubriques else {}
        monkeypatch.setattr("pilotage.vie_privee.declarations.declarations", lambda: autres)
        return list(manques())

    return remplacer


def test_what_is_forgotten_gone_or_said_twice_is_told_with_the_line_to_write(declarer):
    proche = {nom: list(getattr(declarations()[Proche], nom)) for nom in ("fait", "sujet", "tiers")}
    exclu = declarations()[Proche].exclu
    colonnes = [c.name for c in declarations()[Proche].dits]

    (absente,) = declarer(Proche)
    assert absente.startswith("beneficiaires/donnees_personnelles.toml\u00a0: ajoutez\n\n[Proche]\nsujet = [")
    assert ", ".join(f'"{nom}"' for nom in colonnes[:2]) in absente
    assert all(f'"{nom}"' in absente for nom in colonnes)
    assert absente.endswith('ou exclu = "pourquoi".')
    assert '"beneficiaire"' not in absente
    assert '"structure"' not in absente
    ou = "beneficiaires/donnees_personnelles.toml, [Proche]\u00a0: "
    sans_prenom = proche | {"tiers": [nom for nom in proche["tiers"] if nom != "prenom"], "exclu": exclu}
    assert declarer(Proche, **sans_prenom) == [
        f'{ou}ajoutez "prenom" à fait, sujet ou tiers, ou dans exclu avec la raison.'
    ]
    assert declarer(Proche, **proche | {"exclu": exclu, "sujet": [*proche["sujet"], "disparue"]}) == [
        f"{ou}retirez disparue, qui n’existe plus."
    ]
    assert declarer(Proche, **proche | {"exclu": exclu, "sujet": [*proche["sujet"], "prenom"]}) == [
        f"{ou}une colonne y est dite deux fois."
    ]
    assert declarer(Proche, exclu="parce que") == []


def test_each_table_of_ours_is_asked_for_and_its_history_is_not():
    noms = {modele.__name__ for modele in modeles()}

    assert {"Beneficiaire", "Entretien", "Structure"} <= noms
    assert not {nom for nom in noms if nom.endswith("Event")}
    assert "Session" not in noms


def test_a_table_says_how_it_reaches_the_person_and_by_which_text_it_is_cited():
    connues = declarations()
    chemins = [len(d.chemin) for d in personnelles()]

    assert chemins == sorted(chemins)
    assert chemin(Structure) is None
    assert connues[Structure].chemin is None
    assert not any(d.est_exclue for d in personnelles())
    fait = next(d for d in connues.values() if d.modele.__name__ == "FaitChantier")
    assert (fait.citation.name, fait.citation.related_model.__name__) == ("fait", "FaitChantier")
    assert connues[Proche].citation is None
    assert [c.name for c in connues[Proche].dits] == [
        c.name
        for c in Proche._meta.concrete_fields
        if c.name in connues[Proche].declares - set(connues[Proche].exclu)
    ]
