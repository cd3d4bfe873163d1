"""What `make accessibilite` keeps of a walk, and what makes it fail."""

from types import SimpleNamespace

from galerie.compte_rendu import Carnet
from galerie.controles import Releve, peser


def test_a_walk_counts_its_faults_and_a_page_seen_again_forgets_the_old_ones(tmp_path, capsys):
    carnet, mauvaise, bonne = Carnet(tmp_path), Releve("aide", "/aide/", "direction", "plein"), Releve("", "", "", "")
    mauvaise.noter("axe", "[1280] image-alt")
    mauvaise.poids = {"premiere": 151_000, "suivante": 4_000}
    bonne.noter("axe")

    carnet.garder("aide.plein", mauvaise)
    carnet.garder("accueil.plein", bonne)

    assert carnet.conclure() == 2
    assert "axe · aide /aide/ (direction) : [1280] image-alt" in capsys.readouterr().out
    suite = Carnet(tmp_path)
    suite.garder("aide.plein", bonne)
    assert suite.conclure() == 0
    assert "aide.plein" in (tmp_path / "index.html").read_text()


def test_what_htmx_brings_uncompressed_is_weighed_as_the_proxy_sends_it():
    poids = {"page": 900, "brut": 5_000, "reste": 50_000, "fragments": [["/metiers/", 40_000]]}
    fragment = SimpleNamespace(body=lambda: b"<li>" * 10_000)
    contexte = SimpleNamespace(request=SimpleNamespace(get=lambda adresse, headers: fragment))

    assert peser(SimpleNamespace(evaluate=lambda script: poids), contexte)["premiere"] < 12_000
