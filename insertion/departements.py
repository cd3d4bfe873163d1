"""The départements of France: the region that each belongs to, and its chef-lieu.

Source: INSEE, code officiel géographique. A region is its INSEE code, an overseas one the code of its territory.
"""

_TABLE = """
01 84 Bourg-en-Bresse|02 32 Laon|03 84 Moulins|04 93 Digne-les-Bains|05 93 Gap|06 93 Nice|07 84 Privas
08 44 Charleville-Mézières|09 76 Foix|10 44 Troyes|11 76 Carcassonne|12 76 Rodez|13 93 Marseille|14 28 Caen
15 84 Aurillac|16 75 Angoulême|17 75 La Rochelle|18 24 Bourges|19 75 Tulle|20 94 Ajaccio|21 27 Dijon
22 53 Saint-Brieuc|23 75 Guéret|24 75 Périgueux|25 27 Besançon|26 84 Valence|27 28 Évreux|28 24 Chartres
29 53 Quimper|30 76 Nîmes|31 76 Toulouse|32 76 Auch|33 75 Bordeaux|34 76 Montpellier|35 53 Rennes
36 24 Châteauroux|37 24 Tours|38 84 Grenoble|39 27 Lons-le-Saunier|40 75 Mont-de-Marsan|41 24 Blois
42 84 Saint-Étienne|43 84 Le Puy-en-Velay|44 52 Nantes|45 24 Orléans|46 76 Cahors|47 75 Agen|48 76 Mende
49 52 Angers|50 28 Saint-Lô|51 44 Châlons-en-Champagne|52 44 Chaumont|53 52 Laval|54 44 Nancy
55 44 Bar-le-Duc|56 53 Vannes|57 44 Metz|58 27 Nevers|59 32 Lille|60 32 Beauvais|61 28 Alençon|62 32 Arras
63 84 Clermont-Ferrand|64 75 Pau|65 76 Tarbes|66 76 Perpignan|67 44 Strasbourg|68 44 Colmar|69 84 Lyon
70 27 Vesoul|71 27 Mâcon|72 52 Le Mans|73 84 Chambéry|74 84 Annecy|75 11 Paris|76 28 Rouen|77 11 Melun
78 11 Versailles|79 75 Niort|80 32 Amiens|81 76 Albi|82 76 Montauban|83 93 Toulon|84 93 Avignon
85 52 La Roche-sur-Yon|86 75 Poitiers|87 75 Limoges|88 44 Épinal|89 27 Auxerre|90 27 Belfort|91 11 Évry
92 11 Nanterre|93 11 Bobigny|94 11 Créteil|95 11 Cergy|971 GP Basse-Terre|972 MQ Fort-de-France
973 GF Cayenne|974 RE Saint-Denis|976 YT Mamoudzou
"""
_LIGNES = (ligne.split(" ", 2) for ligne in _TABLE.strip().replace("\n", "|").split("|"))
#: Code of a département: (code of its region, name of its chef-lieu). Corsica is 20, as in its postal codes.
DEPARTEMENTS = {code: (region, chef_lieu) for code, region, chef_lieu in _LIGNES}


def departement(code_postal):
    """The département of a postal code of 5 figures: « 59 », « 974 », « 20 » for Corsica."""
    return code_postal[:3] if code_postal.startswith("97") else code_postal[:2]
