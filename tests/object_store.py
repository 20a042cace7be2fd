"""A real S3 server for the tests that need one: SeaweedFS, which refuses unsigned, tampered and expired links."""

import json
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import boto3
import pytest
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.storage import storages

from config.settings import object_store as settings_of_the_store
from pages.pictures import Rendition
from tests.server import free_port

PATIENCE = 60  # seconds until it must have taken a first file
BUCKET = "hoc"
PARTS = ("master", "volume", "filer", "s3")
ANYBODY_READS_RENDITIONS = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject"], "Resource": [f"arn:aws:s3:::{BUCKET}/renditions/*"]}],
}


@dataclass
class ObjectStore:
    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="store-")))
    ports: dict[str, int] = field(default_factory=lambda: {f"{part}.port{kind}": free_port() for part in PARTS for kind in ("", ".grpc")})
    key: str = field(default_factory=lambda: secrets.token_hex(10))
    secret: str = field(default_factory=lambda: secrets.token_hex(20))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.ports['s3.port']}"

    @property
    def environment(self) -> dict[str, str]:
        """What an installation would have in its environment."""
        return {
            "AWS_STORAGE_BUCKET_NAME": BUCKET,
            "AWS_ACCESS_KEY_ID": self.key,
            "AWS_SECRET_ACCESS_KEY": self.secret,
            "AWS_S3_ENDPOINT_URL": self.url,
            "AWS_S3_REGION_NAME": "us-east-1",
        }

    @cached_property
    def client(self):
        return boto3.client(
            "s3",
            endpoint_url=self.url,
            aws_access_key_id=self.key,
            aws_secret_access_key=self.secret,
            region_name="us-east-1",
            config=self.settings()["AWS_S3_CLIENT_CONFIG"],
        )

    def settings(self) -> dict[str, object]:
        """Django's settings, made by what production makes them by."""
        with pytest.MonkeyPatch.context() as patch:
            for name, value in self.environment.items():
                patch.setenv(name, value)
            return settings_of_the_store.settings()

    def start(self) -> None:
        identity = {
            "name": "site",
            "credentials": [{"accessKey": self.key, "secretKey": self.secret}],
            "actions": ["Admin", "Read", "Write", "List", "Tagging"],
        }
        (self.folder / "s3.json").write_text(json.dumps({"identities": [identity]}))  # without identities it would let anybody in
        command = [
            *(str(Path(sys.executable).parent / "weed"), f"-logdir={self.folder}", "server", f"-dir={self.folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1"),
            *(f"-{name}={port}" for name, port in self.ports.items()),
            *("-filer", "-s3", f"-s3.config={self.folder / 's3.json'}", "-s3.iam=false", "-s3.port.iceberg=0", "-s3.port.lance=0"),
            *("-master.volumeSizeLimitMB=128", "-volume.max=100", "-master.telemetry=false"),
        ]
        with open(self.folder / "log", "wb") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log)
        self.wait_until_ready()
        self.client.put_bucket_policy(Bucket=BUCKET, Policy=json.dumps(ANYBODY_READS_RENDITIONS))

    def wait_until_ready(self) -> None:
        until, error = time.monotonic() + PATIENCE, None
        while time.monotonic() < until and self.process.poll() is None:
            try:
                if not any(bucket["Name"] == BUCKET for bucket in self.client.list_buckets()["Buckets"]):
                    self.client.create_bucket(Bucket=BUCKET)
                self.client.put_object(Bucket=BUCKET, Key="first", Body=b"1")
                self.client.delete_object(Bucket=BUCKET, Key="first")
                return
            except (BotoCoreError, ClientError) as refused:
                error = refused
                time.sleep(0.1)
        self.remove()
        pytest.fail(f"SeaweedFS did not take a file: {error}")

    def empty(self) -> None:
        for key in self.names():
            self.client.delete_object(Bucket=BUCKET, Key=key)

    def names(self) -> set[str]:
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
        return {entry["Key"] for page in pages for entry in page.get("Contents", ())}

    def remove(self) -> None:
        self.process.kill()  # nothing in it is worth writing out
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
        for port in self.ports.values():
            for socket in Path("/tmp").glob(f"seaweedfs-*-{port}.sock"):  # noqa: S108  it asks nobody where to put them
                socket.unlink()


@pytest.fixture(scope="session")
def running_store():
    store = ObjectStore()
    store.start()
    yield store
    store.remove()


@pytest.fixture
def object_store(running_store, settings, monkeypatch):
    """An empty store, in which this test's files are kept instead of the disk."""
    running_store.empty()
    for name, value in running_store.settings().items():
        setattr(settings, name, value)
    settings.STORAGES = settings.STORAGES | settings_of_the_store.STORAGES
    monkeypatch.setattr(Rendition._meta.get_field("file"), "storage", storages["renditions"])
    return running_store
