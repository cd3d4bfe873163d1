"""How many queries a request made, and which large tables it read from end to end, told in headers to who asks."""

from django.db import connection

DEMANDE, REPONSE, BALAYEES = "X-Bench-Compter", "X-Bench-Requetes", "X-Bench-Balayees"
#: A table of more rows is never read from end to end (issue 8, « Must show » 3).
LIGNES = 100_000
#: What the executor counted, of every query that ran, those of triggers and foreign keys too.
BALAYAGES = """
    SELECT relid::regclass::text, seq_scan FROM pg_stat_user_tables JOIN pg_class ON oid = relid WHERE reltuples > %s
"""
#: What opens or closes a transaction is no query.
TRANSACTIONS = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT")


class CompteurMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if DEMANDE not in request.headers:
            return self.get_response(request)
        vues = []

        def noter(execute, sql, params, many, context):
            vues.append(str(sql))
            return execute(sql, params, many, context)

        avant = _balayages()
        with connection.execute_wrapper(noter):
            response = self.get_response(request)
        balayees = sorted(table for table, fois in _balayages().items() if fois > avant.get(table, 0))
        response.headers[BALAYEES] = ",".join(balayees)
        response.headers[REPONSE] = str(sum(not sql.startswith(TRANSACTIONS) for sql in vues))
        return response


def _balayages():
    """{large table: how many times it was read from end to end}, this connection having told what it knew."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute(BALAYAGES, [LIGNES])
        return dict(cursor.fetchall())
