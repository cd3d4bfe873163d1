"""`make chaos`: the system broken on purpose, one fault after the other, and what is left of it.

Everything is real and private: PostgreSQL, Valkey, gunicorn, Celery's worker and beat, an SMTP server and an SMS
provider. A fault starts from the same healthy instance, made once and copied. It ends with a table: what was tried,
what was lost, what came twice, how long until the instance was healthy again (surete.md §6).

Lost is what somebody was told was kept, or would be sent, and that is nowhere: a message « incertain » is not lost
when it was received, and is said when it was not (decision 0005). Healthy is: the pages answer, and beat, the
queue and the worker went round since the fault ended. Beat rings every RYTHME seconds instead of each minute, for the
run to be short: where a user waits for its next ring, up to 50 seconds are to be added.
"""
