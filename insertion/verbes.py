from django.http import HttpResponseNotAllowed

VERBES = ("GET", "HEAD", "POST")


class VerbesMiddleware:
    """No page of ours takes another verb: a view that only reads would answer PUT or TRACE as it does GET."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request) if request.method in VERBES else HttpResponseNotAllowed(VERBES)
