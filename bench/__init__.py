"""`make bench`: how long the pages take, beside what the stack costs without any data, at three sizes.

One run, real servers: for each size a database of its own, filled by the scale mode of `peupler`, and a gunicorn
with one worker and one thread on loopback, reached over a kept connection. A round measures each page and its floor
at each size, one after the other, so that whatever slows the machine slows them all. The floor of a page is a view of
`vues.py` behind the same middleware, for the same signed-in user, that answers the same bytes and reads no data.
"""
