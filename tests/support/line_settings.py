"""What a desk is told of the gate in a server of the tests."""

from __future__ import annotations

from kt1desk.exchange.line_settings import LineSettings
from tests.support.postgres import ADDRESS, HOST, Cluster, Desk


def settings_of(cluster: Cluster, enrolled: Desk) -> LineSettings:
    """The way to the gate for an enrolled desk."""
    shown = enrolled.certificate
    files = (cluster.authority.certificate, shown.certificate, shown.key)
    return LineSettings(HOST, cluster.port, enrolled.role, *files, address=ADDRESS)
