"""The letters by template that a structure of the demonstration sends."""

from parcours.models import ModeleCourrier

COURRIERS = (
    (
        "Invitation à un point d’étape",
        "{civilite},\n\n"
        "Nous vous attendons {rendez_vous} pour faire le point sur votre parcours, avec {referent}.\n\n"
        "Merci d’apporter vos trois derniers bulletins de salaire et vos courriers en attente. "
        "Si vous ne pouvez pas venir, appelez-nous au {telephone_structure} : nous trouverons une autre date.\n\n"
        "Bien cordialement,\n\n{signataire}\n{structure}",
    ),
    (
        "Demande de pièces pour votre dossier",
        "{civilite},\n\n"
        "Pour que votre dossier soit complet, il nous manque des papiers. Merci de nous apporter "
        "votre pièce d’identité, votre attestation de Sécurité sociale et un justificatif de domicile récent.\n\n"
        "Nous pouvons les photocopier sur place, au {adresse_structure}.\n\n"
        "Bien cordialement,\n\n{signataire}\n{structure}",
    ),
    (
        "Fermeture de fin d’année",
        "{civilite},\n\n"
        "{structure} sera fermée du 24 décembre au 2 janvier. En cas d’urgence, laissez un message au "
        "{telephone_structure} : il sera écouté chaque matin.\n\n"
        "Nous vous souhaitons de bonnes fêtes,\n\n{signataire}",
    ),
)


def ecrire_les_courriers():
    """Create the letters of the structure of the open context."""
    for titre, corps in COURRIERS:
        ModeleCourrier.objects.create(titre=titre, corps=corps)
