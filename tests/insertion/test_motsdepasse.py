"""Choosing a password: long, not guessed, and nothing else is asked."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

DEVINABLES = (
    "motdepasse2026motdepasse",
    "azertyuiopqsdfghjklm",
    "111111111111111111",
    "1q2w3e4r5t6y7u8i9o0p",
    "manchesterunited",
)
#: Long, of words that have nothing to do with each other, and yet in the leaks.
PUBLIES = ("happytrailstoyou", "releasethehounds", "commentdirequejetaimepas", "jegelskerminhund")
DU_CONTEXTE = (
    "tremplin-insertion-2026",
    "Ressourcerie du Canal 44",
    "Camille-Dubois-1984",
    "camille.dubois@exemple.fr",
    "J’aime l’insertion !",
)
BONS = (
    "la pluie tombe sur brest",
    "vélo citron nuage tambour",
    "un bon tremplin pour sauter plus loin",
    "Le chat de ma voisine dort sur le toit rouge quand il pleut, et ne rentre qu’à midi.",
)


def refus(mot_de_passe, utilisateur):
    try:
        validate_password(mot_de_passe, utilisateur)
    except ValidationError as erreur:
        return [e.code for e in erreur.error_list]
    return []


def test_what_a_list_or_a_colleague_would_try_is_refused_with_the_reason(cip):
    cip.email = "camille.dubois@exemple.fr"

    assert {m: refus(m, cip) for m in DEVINABLES} == {m: ["mot_de_passe_devinable"] for m in DEVINABLES}
    assert {m: refus(m, cip) for m in PUBLIES} == {m: ["mot_de_passe_publie"] for m in PUBLIES}
    assert {m: refus(m, cip)[:1] for m in DU_CONTEXTE} == {m: ["mot_de_passe_du_contexte"] for m in DU_CONTEXTE}
    assert refus("quatorze signe", cip) == ["password_too_short"]


def test_sentences_of_any_composition_are_accepted_up_to_long_ones(cip):
    assert {m: refus(m, cip) for m in BONS} == dict.fromkeys(BONS, [])


def test_a_refused_password_says_why_beside_the_field(cip, client_de):
    nouveau = dict.fromkeys(("password1", "password2"), "azertyuiopqsdfghjklm")
    reponse = client_de(cip).post("/compte/password/change/", {"oldpassword": "un mot de passe de test", **nouveau})

    assert "Ce mot de passe se devine" in reponse.content.decode()
