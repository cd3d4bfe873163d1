"""The documents in a bucket (S3 or compatible): private, encrypted, read through our views only."""

from contextlib import contextmanager

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

from .stockage import Injoignable

#: A page waits for the bucket a few seconds, not minutes. Checksums that few compatible servers know are left out.
CLIENT = Config(
    signature_version="s3v4",
    connect_timeout=3,
    read_timeout=20,
    retries={"mode": "standard", "max_attempts": 2},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
EN_MEMOIRE = 5 * 1024 * 1024  # bytes of a file that is read; what is larger goes through a temporary file
SILENCE = "L’espace des documents ne répond pas : rien n’a été gardé. Réessayez dans un instant."


class DocumentsS3(S3Storage):
    """A folder (`location`) of a bucket, with the names that the folder of a disk would give."""

    def get_default_settings(self):
        siens = {"client_config": CLIENT, "max_memory_size": EN_MEMOIRE, "file_overwrite": False, "default_acl": None}
        return {**super().get_default_settings(), **siens}

    def _save(self, name, content):
        with _joint():
            return super()._save(name, content)

    def _open(self, name, mode="rb"):
        with _joint():
            return super()._open(name, mode)

    def delete(self, name):
        with _joint():
            super().delete(name)

    def exists(self, name):
        with _joint():
            return super().exists(name)

    def url(self, name, **kwargs):
        raise ValueError("A document has no address: a view checks the rights, then sends it.")

    def tous(self, dossier=""):
        """Yield (name, when it last changed) of all that is kept: a thousand names a request."""
        debut = f"{self.location}/" if self.location else ""
        with _joint():
            for objet in self.bucket.objects.filter(Prefix=f"{debut}{dossier}"):
                yield objet.key.removeprefix(debut), objet.last_modified

    def sonder(self):
        """(whether the bucket answers, the same in French)."""
        with _joint():
            self.connection.meta.client.head_bucket(Bucket=self.bucket_name)
        return True, "L’espace des documents répond."


@contextmanager
def _joint():
    """Say in one word whatever keeps the bucket from answering."""
    try:
        yield
    except (BotoCoreError, Boto3Error, ClientError) as erreur:
        raise Injoignable(SILENCE) from erreur
