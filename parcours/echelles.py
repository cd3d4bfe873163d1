"""The five sentences of each domain, from 0 (nothing is possible yet) to 4 (a strength): ours, in plain French.

Read together with the person, so they name a situation and never judge somebody. About health, addiction and
justice they say what it changes for work and daily life, never an illness or an offence (metier.md §4.1.d, §4.10).
"""

from insertion.enums import Domaine

PHRASES = {
    Domaine.LOGEMENT: (
        "Pas d’hébergement, ou départ obligé dans les prochains jours.",
        "Hébergement provisoire, chez des proches, à l’hôtel ou en centre, sans suite connue.",
        "Un toit pour le moment, mais fragile : loyer en retard, logement abîmé ou fin connue.",
        "Logement correct, avec un point à surveiller : coût, taille ou éloignement.",
        "Logement stable et adapté.",
    ),
    Domaine.MOBILITE: (
        "Aucun déplacement possible sans quelqu’un, même pour un trajet connu.",
        "Déplacements dans le quartier ; un trajet nouveau est une vraie difficulté.",
        "Trajets en transports sans aide, mais des lieux ou des horaires restent hors d’atteinte.",
        "Presque tous les trajets sont possibles, sauf certains sites ou horaires décalés.",
        "Tous les trajets sont possibles, à toute heure, par ses propres moyens.",
    ),
    Domaine.SANTE: (
        "La santé ne permet pas de travailler ni de se former pour l’instant.",
        "La santé interrompt souvent les démarches, et les soins ne sont pas engagés.",
        "Les soins sont engagés ; ils demandent du temps ou des absences régulières.",
        "La santé gêne peu : quelques gestes ou quelques métiers sont à éviter.",
        "La santé permet de travailler ; médecin et couverture santé à jour.",
    ),
    Domaine.HANDICAP: (
        "Le handicap ferme aujourd’hui l’accès au travail, et aucune aide n’est en place.",
        "Le handicap gêne beaucoup ; la reconnaissance ou les aides restent à demander.",
        "Une demande est en cours, ou les aménagements ne suffisent pas encore.",
        "Les besoins sont reconnus ; un aménagement simple suffit.",
        "Pas de handicap, ou bien compensé : aucune gêne au travail.",
    ),
    Domaine.ADDICTION: (
        "Une dépendance prend toute la place, sans soutien pour le moment.",
        "Une dépendance gêne souvent les journées ; l’idée d’un soutien se discute.",
        "Un soutien est en place ; certaines périodes restent difficiles.",
        "Situation stable depuis plusieurs mois, avec un appui si besoin.",
        "Aucune dépendance ne gêne la vie ou le travail.",
    ),
    Domaine.DROITS: (
        "Papiers ou droits manquants : rien ne peut avancer sans eux.",
        "Des droits sont coupés ou jamais demandés ; les démarches paraissent impossibles.",
        "Des dossiers sont en cours, avec quelqu’un à côté pour les faire.",
        "Droits ouverts ; un coup de main pour les dossiers compliqués.",
        "Droits à jour et démarches faites sans aide.",
    ),
    Domaine.BUDGET: (
        "Aucune ressource, ou des dettes qui empêchent de se nourrir ou de se chauffer.",
        "L’argent ne suffit pas jusqu’à la fin du mois ; les dettes n’ont pas de solution.",
        "Le mois se boucle avec des aides ; un dossier ou un plan est en cours.",
        "Les dépenses courantes sont payées ; un imprévu resterait difficile.",
        "Budget tenu, sans dette inquiétante.",
    ),
    Domaine.LANGUE: (
        "Le français parlé n’est pas encore compris ; il faut un interprète.",
        "Quelques mots et phrases de la vie courante.",
        "Échanges simples possibles ; une consigne de travail doit être montrée.",
        "Conversation sans aide, avec quelques hésitations sur les mots techniques.",
        "À l’aise à l’oral, au travail comme au téléphone.",
    ),
    Domaine.SAVOIRS: (
        "Lecture et écriture ne sont pas encore acquises, dans aucune langue.",
        "Quelques mots et nombres reconnus ; un texte court demande de l’aide.",
        "Phrases simples lues et écrites ; un formulaire ou un calcul demande de l’aide.",
        "Lecture, écriture et calcul au quotidien ; un texte long prend du temps.",
        "À l’aise avec la lecture, l’écriture et le calcul.",
    ),
    Domaine.NUMERIQUE: (
        "Ni appareil ni connexion, ou jamais utilisés.",
        "Un téléphone pour appeler ; les démarches en ligne passent par quelqu’un d’autre.",
        "Messages et recherches simples ; les démarches en ligne se font à deux.",
        "Démarches en ligne faites sans aide, sauf les plus compliquées.",
        "À l’aise sur téléphone et ordinateur, avec l’équipement et la connexion.",
    ),
    Domaine.FAMILLE: (
        "Aucune solution pour un enfant ou un proche à charge : impossible de se libérer.",
        "Des solutions trouvées au jour le jour, qui lâchent souvent.",
        "Une solution partielle : certains jours ou horaires ne sont pas couverts.",
        "Une organisation qui tient, sauf imprévu.",
        "Organisation stable, ou pas de contrainte ; les proches soutiennent.",
    ),
    Domaine.JUSTICE: (
        "Une mesure empêche aujourd’hui de travailler ou de se déplacer.",
        "Des obligations fortes limitent beaucoup les lieux ou les horaires.",
        "Un suivi en cours, compatible avec un travail si les rendez-vous sont prévus.",
        "Une situation presque réglée, avec peu d’effets au quotidien.",
        "Rien qui gêne les démarches ou le travail.",
    ),
    Domaine.FORMATION: (
        "Peu ou pas d’école ; se former paraît impossible pour le moment.",
        "Pas de qualification reconnue ; l’idée de se former commence à se discuter.",
        "Des acquis sans diplôme, ou un diplôme non reconnu ici ; une remise à niveau aiderait.",
        "Une formation ou une validation des acquis est engagée, ou presque.",
        "Une qualification reconnue et utile au projet.",
    ),
    Domaine.PROJET: (
        "Ni expérience récente ni idée de métier ; travailler paraît loin.",
        "Quelques expériences courtes, pas encore de piste.",
        "Une ou deux pistes de métier, à vérifier sur le terrain.",
        "Un projet réaliste, confirmé par un stage ou une expérience.",
        "Un projet clair, une expérience à faire valoir, des candidatures prêtes.",
    ),
    Domaine.CONFIANCE: (
        "Grand isolement : personne à qui parler, sortir de chez soi coûte beaucoup.",
        "Peu de contacts ; la peur de ne pas y arriver bloque souvent.",
        "Quelques personnes sur qui compter ; la confiance dépend des jours.",
        "Oser demander et essayer devient possible, avec un encouragement.",
        "Confiance en soi et proches ou collègues qui soutiennent.",
    ),
    Domaine.DISPONIBILITE: (
        "Pas de temps pour un travail : d’autres urgences passent avant.",
        "Quelques heures par semaine, sans régularité.",
        "Du temps, à condition de l’organiser : garde, soins, rendez-vous.",
        "Du temps tout de suite, avec des contraintes d’horaires.",
        "Du temps tout de suite, sans contrainte d’horaires.",
    ),
    Domaine.AGE: (
        "L’âge ferme aujourd’hui les portes : refus répétés ou contrats impossibles.",
        "L’âge pèse beaucoup : peu de réponses, ou une fin de carrière qui inquiète.",
        "L’âge compte pour certains métiers ; d’autres pistes restent à chercher.",
        "L’âge compte peu ; un argument à préparer pour les entretiens.",
        "L’âge est un atout, ou ne joue pas.",
    ),
}
