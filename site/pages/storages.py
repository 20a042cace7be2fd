"""File storages of production that need more than settings."""

from storages.backends.s3 import S3Storage


class PrivateFiles(S3Storage):
    """Originals and documents: only at signed addresses that die after AWS_QUERYSTRING_EXPIRE seconds."""

    def get_default_settings(self):
        return super().get_default_settings() | {"custom_domain": None, "querystring_auth": True}


class PublicRenditions(S3Storage):
    """Sizes of pictures: public, at addresses that never expire, so that a kept page still shows them.

    The bucket's policy must let anyone read what is below renditions/, and nothing else. No OPTIONS in STORAGES: Wagtail
    writes a storage's arguments into task arguments.
    """

    def get_default_settings(self):
        return super().get_default_settings() | {"location": "renditions", "querystring_auth": False}
