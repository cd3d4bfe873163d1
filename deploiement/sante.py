"""The health check of the web container: its front door answers, asked for as the reverse proxy does."""

import os
import sys
from http.client import HTTPConnection

connexion = HTTPConnection("127.0.0.1", 8000, timeout=8)
entetes = {"Host": os.environ["ALLOWED_HOSTS"].split(",")[0], "X-Forwarded-Proto": "https"}
connexion.request("GET", "/sante/", headers=entetes)
sys.exit(connexion.getresponse().status >= 400)
