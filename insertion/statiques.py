"""Our files, under a name that holds their fingerprint."""

from functools import cache

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Statiques(CompressedManifestStaticFilesStorage):
    """Works the address of each file out once: a page names a dozen, and they do not change while we run."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.url = cache(self.url)
