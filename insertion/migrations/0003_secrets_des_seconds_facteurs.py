from django.db import migrations

from insertion.chiffrement import PREFIXE, chiffrer

LIGNE = "mfa_authenticator.data"


def chiffrer_les_secrets(apps, schema_editor):
    """Encrypt what was kept in clear."""
    facteurs = apps.get_model("mfa", "Authenticator").objects.using(schema_editor.connection.alias)
    for facteur in facteurs.all():
        facteur.data |= {nom: _chiffrer(facteur.data[nom]) for nom in ("secret", "seed") if nom in facteur.data}
        facteur.save(update_fields=["data"])


def _chiffrer(texte):
    return texte if texte.startswith(f"{PREFIXE}:") else chiffrer(texte, LIGNE)


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0002_isolation"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [migrations.RunPython(chiffrer_les_secrets, migrations.RunPython.noop)]
