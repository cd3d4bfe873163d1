"""How many queries a request made, told in a header to whoever asks for it."""

from django.db import connection

DEMANDE, REPONSE = "X-Bench-Compter", "X-Bench-Requetes"
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

        with connection.execute_wrapper(noter):
            response = self.get_response(request)
        response.headers[REPONSE] = str(sum(not sql.startswith(TRANSACTIONS) for sql in vues))
        return response
