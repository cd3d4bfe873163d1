"""One module a fault: `TITRE`, and `eprouver(instance)` which makes it and returns a `Resultat`."""
