from django.http import HttpResponse


class RedirectionDiteMiddleware:
    """A form sent by saisie.js gets the address to go to, not a redirection.

    The browser's fetch would follow a redirection by itself and read the next page, and its messages, for nobody.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if "X-Saisie" not in request.headers or response.status_code not in (301, 302, 303):
            return response
        suite = HttpResponse(status=204, headers={"X-Suite": response.headers["Location"]})
        suite.cookies = response.cookies
        return suite
