"""What a request asked of the database, told in headers to who asks: how many queries, how long they take by
themselves, which large tables they read from end to end."""

import json

from django.db import connection

DEMANDE, REPONSE, BALAYEES, SQL_MS = "X-Bench-Compter", "X-Bench-Requetes", "X-Bench-Balayees", "X-Bench-Sql"
#: A table of more rows is never read from end to end (issue 8, « Must show » 3).
LIGNES = 100_000
#: What the executor counted, of every query that ran as it ran, those of triggers and foreign keys too.
BALAYAGES = """
    SELECT relid::regclass::text, seq_scan FROM pg_stat_user_tables JOIN pg_class ON oid = relid WHERE reltuples > %s
"""
#: What opens or closes a transaction is no query.
TRANSACTIONS = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT")
LECTURES = ("SELECT", "WITH", "(SELECT")


class CompteurMiddleware:
    """« 1 » asks for the number of queries and the tables; « plans » has each reading run by itself besides."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if DEMANDE not in request.headers:
            return self.get_response(request)
        vues, plans, expliquer = [], [], request.headers[DEMANDE] == "plans"

        def noter(execute, sql, params, many, context):
            vues.append(str(sql))
            if expliquer and vues[-1].lstrip().startswith(LECTURES):
                plans.append(_plan(vues[-1], params))
            return execute(sql, params, many, context)

        avant = _balayages()
        with connection.execute_wrapper(noter):
            response = self.get_response(request)
        lues = {table for table, fois in _balayages().items() if fois > avant.get(table, 0)}
        grandes = {table for plan in plans for table in _lues_en_entier(plan["Plan"])} & set(avant)
        response.headers[BALAYEES] = ",".join(sorted(lues | grandes))
        response.headers[REPONSE] = str(sum(not sql.startswith(TRANSACTIONS) for sql in vues))
        response.headers[SQL_MS] = str(round(sum(plan["Execution Time"] for plan in plans), 3))
        return response


def _balayages():
    """{large table: how many times it was read from end to end}, this connection having told what it knew."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute(BALAYAGES, [LIGNES])
        return dict(cursor.fetchall())


def _plan(sql, params):
    """The plan of one reading run with its values, and the time that it took: the second run, the tables being in
    memory; beneath Django, which would note a query of the page."""
    with connection.connection.cursor() as cursor:
        for _ in range(2):
            cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params)
            (lu,) = cursor.fetchone()
    (plan,) = json.loads(lu) if isinstance(lu, str) else lu
    return plan


def _lues_en_entier(noeud):
    """The tables that the node of a plan, or those under it, read from end to end; what never ran reads nothing."""
    if noeud["Node Type"] == "Seq Scan" and noeud["Actual Loops"]:
        yield noeud["Relation Name"]
    for dessous in noeud.get("Plans", ()):
        yield from _lues_en_entier(dessous)
