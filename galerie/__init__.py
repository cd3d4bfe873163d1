"""`make galerie` and `make accessibilite`: every page of Tremplin in a real browser, with the demonstration's data.

A page is an address of the resolver that answers a GET with a page, asked for by somebody whom it opens to: as full
as the demonstration is, then in a structure that has nothing. The first command draws each of them, at 1280 and
390 px, light and dark. The second also reads them with axe and with `controles.js`, opens their dialogs, sends their
forms with what they must refuse (and names those that refuse nothing), weighs them, and ends with a table: check,
times, failures.
"""
