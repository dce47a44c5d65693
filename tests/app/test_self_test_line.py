"""The self-test's look at the centre: TLS as PostgreSQL speaks it, and a certificate by the province's authority for this machine alone."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from kt1desk.app.self_test_machine import Centre, line_answers
from kt1desk.app.self_test_steps import StepError, Verdict
from kt1desk.centre.pki import make_authority

PASSPHRASE = "mật khẩu của tỉnh"


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the authority of a province, the certificate of its gate for ``localhost``, and a foreign authority."""
    folder, now = tmp_path_factory.mktemp("province"), datetime.now(UTC)
    for name in ("own", "foreign"):
        (folder / name).mkdir()
        authority = make_authority(folder / name, PASSPHRASE, now)
        (folder / f"{name}.crt").write_text(authority.pem, encoding="ascii")
        if name == "own":
            certificate, key = authority.issue_server(["localhost"], now)
            (folder / "gate.crt").write_text(certificate, encoding="ascii")
            (folder / "gate.key").write_text(key, encoding="ascii")
    return folder


@contextmanager
def _gate(province: Path) -> Iterator[int]:
    """Answers PostgreSQL's question for TLS, then speaks it; its port."""
    about = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    about.load_cert_chain(province / "gate.crt", province / "gate.key")
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            plain, _ = server.accept()
            with plain, suppress(OSError):  # whoever refuses the certificate hangs up
                assert plain.recv(8) == b"\x00\x00\x00\x08\x04\xd2\x16\x2f"
                plain.sendall(b"S")
                with about.wrap_socket(plain, server_side=True) as line:
                    line.recv(1)

        serving = Thread(target=serve)
        serving.start()
        yield server.getsockname()[1]
        serving.join()


def test_the_gate_of_the_province_is_known_by_its_authority(province: Path) -> None:
    with _gate(province) as port:
        found = line_answers(Centre("localhost", port, province / "own.crt"))

    assert found.verdict is Verdict.OK
    assert "TLSv1.3" in found.words


def test_without_an_authority_the_line_is_tried_and_the_report_says_what_was_not(province: Path) -> None:
    with _gate(province) as port:
        found = line_answers(Centre("localhost", port, None))

    assert found.verdict is Verdict.NOTE
    assert "CHƯA biết có đúng trung tâm không" in found.words


@pytest.mark.parametrize(("host", "authority"), [("localhost", "foreign.crt"), ("127.0.0.1", "own.crt")])
def test_a_certificate_of_another_authority_or_for_another_machine_fails_the_step(
    province: Path, host: str, authority: str
) -> None:
    with _gate(province) as port, pytest.raises(StepError, match="không đúng"):
        line_answers(Centre(host, port, province / authority))
