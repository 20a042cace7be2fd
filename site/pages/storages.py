"""File storages of a site whose files are in an S3-compatible store.

No OPTIONS in STORAGES: Wagtail writes a storage's arguments into task arguments.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import cache, wraps
from threading import RLock

import boto3
from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage
from storages.utils import setting

STORE_ERRORS = (BotoCoreError, Boto3Error, ClientError)
writers = ThreadPoolExecutor(8, "store")
connecting = RLock()  # a session may be used by one thread at a time, what it makes by many


@cache
def session(access_key: str, secret_key: str) -> boto3.Session:
    """One for all storages and threads: a session's first connection costs half a second of CPU, its next ones nothing."""
    return boto3.Session(aws_access_key_id=access_key, aws_secret_access_key=secret_key)


def plainly(method):
    """A store that fails is an OSError, as a disk that fails is: nobody above needs to know which it was."""

    @wraps(method)
    def call(*args, **kwargs):
        try:
            return method(*args, **kwargs)
        except STORE_ERRORS as error:
            raise OSError(str(error)) from error

    return call


class Store(S3Storage):
    _save = plainly(S3Storage._save)
    delete = plainly(S3Storage.delete)
    listdir = plainly(S3Storage.listdir)
    exists = plainly(S3Storage.exists)
    size = plainly(S3Storage.size)
    get_modified_time = plainly(S3Storage.get_modified_time)

    def _create_session(self):
        return session(self.access_key, self.secret_key)

    @property
    def connection(self):
        with connecting:
            return super().connection

    @property
    def unsigned_connection(self):
        with connecting:
            return super().unsigned_connection

    def get_default_settings(self):
        return super().get_default_settings() | {"patience": setting("AWS_UPLOAD_SECONDS", 13), "max_memory_size": 8 * 1024 * 1024}

    @plainly
    def held(self, folder: str = "") -> dict[str, tuple[int, datetime]]:
        """Name to size in bytes and time of the last change, of what lies below; by one listing."""
        above = f"{self.location}/".lstrip("/")
        entries = self.bucket.objects.filter(Prefix=f"{above}{folder}/".lstrip("/"))
        return {entry.key.removeprefix(above): (entry.size, entry.last_modified) for entry in entries}

    @plainly
    def _open(self, name, mode="rb"):
        file = super()._open(name, mode)
        if "r" in mode:
            file.open()  # fetched here, where a failure is told plainly, not at the first read
        return file

    def save(self, name, content, max_length=None):
        """Done within `patience` seconds or a TimeoutError: the time-outs of one connection add up over several, and somebody waits before a form.

        What arrives later all the same is a file without a row; check_library sweeps it.
        """
        saving = writers.submit(super().save, name, content, max_length)
        try:
            return saving.result(self.patience)
        except TimeoutError:
            saving.cancel()
            raise


class PrivateFiles(Store):
    """Originals and documents: only at signed addresses that die after AWS_QUERYSTRING_EXPIRE seconds."""

    def get_default_settings(self):
        return super().get_default_settings() | {"custom_domain": None, "querystring_auth": True}

    @plainly
    def gives_to_anybody(self, name: str) -> bool:
        """Whether the store gives this file without a signature, which its policy must not let it."""
        try:
            self.unsigned_connection.meta.client.head_object(Bucket=self.bucket_name, Key=self._normalize_name(name))
        except ClientError as refused:
            if refused.response["ResponseMetadata"]["HTTPStatusCode"] in {401, 403, 404}:
                return False
            raise
        return True


class PublicRenditions(Store):
    """Sizes of pictures: public, at addresses that never expire, so that a kept page still shows them.

    The bucket's policy must let anyone read what is below renditions/, and nothing else.
    """

    def get_default_settings(self):
        return super().get_default_settings() | {"location": "renditions", "querystring_auth": False}
