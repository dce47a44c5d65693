"""The function at the centre against the gate in memory: whatever desks, twins and strangers do, both say the same and keep the same."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kt1desk.centre.restored_command import go_on_after_restore
from kt1desk.domain.events import Stream
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.gate_talk import Ask, OwnFrames
from tests.support.gate_calls import NO_TOKEN, audited, call, hash_of, mail_hash, post, raw_frame
from tests.support.gate_model import GateModel
from tests.support.postgres import Cluster, Connection, Desk

DESKS = {7: "240190", 8: "240190", 9: "240310"}
ACTS = (
    *["next"] * 4,
    *["post"] * 3,
    *(
        "again",
        "other",
        "gap",
        "wrong_prev",
        "new",
        "new_second",
        "old",
        "foreign",
        "garbage",
        "large",
        "none",
    ),
    *("revoke", "let_in", "restored"),
)
TOKENS = (*["newest"] * 12, "before", "oldest", "strange", "short", "zeros")
MARKS = ("none", "start", "last", "known", "wrong", "beyond", "below")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens; what it means is decided from what is at the gate by then."""

    device: int
    act: str
    stream: Stream
    token: str
    machine: str
    mail: str
    own: tuple[Stream, int, int] | None
    at: int


STEPS = st.builds(
    Step,
    device=st.sampled_from([7, 7, 7, 9, 9, 8]),
    act=st.sampled_from(ACTS),
    stream=st.sampled_from([Stream.COUNTER, Stream.COUNTER, Stream.KT1]),
    token=st.sampled_from(TOKENS),
    machine=st.sampled_from(["own"] * 14 + ["other", "none"]),
    mail=st.sampled_from(MARKS),
    own=st.none() | st.tuples(st.sampled_from(Stream), st.integers(0, 3), st.integers(0, 4)),
    at=st.integers(0, 5),
)


@dataclass(repr=False)
class Both:
    """The real gate and the model, and what the desks remember."""

    cluster: Cluster
    connections: dict[int, Connection]
    desks: dict[int, Desk]
    entropy: list[bytes] = field(default_factory=list)
    tokens: dict[int, list[bytes]] = field(default_factory=dict)
    model: GateModel = field(init=False)
    clock: int = 0

    def __post_init__(self) -> None:
        self.model = GateModel(lambda: self.entropy[-1], lambda: self.clock)
        for device, point in DESKS.items():
            self.model.enrol(device, point)
            self.tokens[device] = [NO_TOKEN]

    def empty(self) -> None:
        """Begin anew, and keep roles and connections: they cost the time."""
        with self.cluster.admin("gate") as admin:
            for table in ("frame_in", "chain", "mail_out", "mailbox", "audit"):
                admin.execute(f"DELETE FROM gate.{table}".encode())
            admin.execute(
                "UPDATE gate.device SET hardware = NULL, token = NULL, token_before = NULL, revoked_ms = NULL, mail_taken = 0"
            )
            admin.execute("UPDATE gate.centre SET epoch = 1")
        self.__post_init__()

    def do(self, step: Step) -> None:
        """Do it on both sides and hold the answers against each other."""
        admin_act = {
            "post": self._post,
            "revoke": self._revoke,
            "let_in": self._let_in,
            "restored": self._restored,
        }
        if step.act in admin_act:
            admin_act[step.act](step)
            return
        ask = self._ask(step)
        real = call(self.connections[step.device], ask)
        self.entropy.append(real.token)
        self.clock = real.now_ms
        assert self.model.exchange(step.device, ask) == real, (step, ask)
        if real.token:
            self.tokens[step.device].append(real.token)

    def _post(self, step: Step) -> None:
        data = b"mail %d " % step.at + b"m" * (17_000 * step.at)
        post(self.cluster, DESKS[step.device], data)
        self.model.post(DESKS[step.device], mail_hash(data), data)

    def _revoke(self, step: Step) -> None:
        with self.cluster.admin("gate") as admin:
            admin.execute("UPDATE gate.device SET revoked_ms = 1 WHERE device = %s", (step.device,))
        self.model.revoke(step.device)

    def _let_in(self, step: Step) -> None:
        with self.cluster.admin("gate") as admin:
            admin.execute(
                "UPDATE gate.device SET hardware = NULL, token = NULL, token_before = NULL, revoked_ms = NULL WHERE device = %s",
                (step.device,),
            )
        self.model.enrol(step.device, DESKS[step.device])

    def _restored(self, _: Step) -> None:
        with self.cluster.admin("gate") as admin:
            go_on_after_restore(admin)
        self.model.restore(self.model.backup())

    def _ask(self, step: Step) -> Ask:
        tokens = self.tokens[step.device]
        known = {"newest": tokens[-1], "before": tokens[-2:][0], "oldest": tokens[0]}
        made = {"strange": bytes([step.at]) * 16, "short": b"\1" * step.at, "zeros": NO_TOKEN}
        machines = {"own": self.desks[step.device].hardware, "other": b"\7" * 16, "none": b""}
        own = OwnFrames(*step.own) if step.own else None
        return Ask(
            (known | made)[step.token], machines[step.machine], 1, 2, self._frame(step), self._mail(step), own
        )

    def _mail(self, step: Step) -> MailMark | None:
        box = self.model.mail.get(DESKS[step.device], [])
        last = MailMark(len(box), box[-1][0].hex()) if box else MailMark()
        known = box[step.at % len(box)][0].hex() if box else ""
        marks = {
            "none": None,
            "start": MailMark(),
            "last": last,
            "known": MailMark(step.at % len(box) + 1, known) if box else MailMark(),
            "wrong": MailMark(step.at + 1, "ab" * 32),
            "beyond": MailMark(last.number + 1 + step.at, last.hash),
            "below": MailMark(-step.at, last.hash),
        }
        return marks[step.mail]

    def _frame(self, step: Step) -> bytes | None:
        place = self.model.devices[step.device].place(step.stream)
        incarnation = max(place.incarnation, 1)
        frames = self.model.frames(step.device, step.stream, incarnation)
        number, prev = place.mark.number + 1, place.mark.hash
        body = b"%d" % step.at
        following = raw_frame(
            step.device, number, prev, stream=step.stream, incarnation=incarnation, body=body
        )
        highest = max((i for _, i in self.model.devices[step.device].chains), default=1)
        again = frames[step.at % len(frames)] if frames else following
        older = self.model.frames(step.device, step.stream, 1)
        made = {
            "next": following,
            "again": again,
            "other": again[:65] + b"#" + again[66:],
            "gap": raw_frame(
                step.device, number + 1, b"\1" * 32, stream=step.stream, incarnation=incarnation
            ),
            "wrong_prev": raw_frame(
                step.device, max(number, 2), b"\1" * 32, stream=step.stream, incarnation=incarnation
            ),
            "new": raw_frame(step.device, 1, stream=step.stream, incarnation=highest + 1, body=body),
            "new_second": raw_frame(step.device, 2, b"\1" * 32, stream=step.stream, incarnation=highest + 1),
            "old": older[step.at % len(older)]
            if older and step.at
            else raw_frame(step.device, 1, stream=step.stream, body=b"!"),
            "foreign": raw_frame(step.device + 1, 1, stream=step.stream),
            "garbage": following[: 25 * step.at],
            "large": following + b"." * 70_000,
        }
        return made.get(step.act)

    def kept(self) -> dict[tuple[int, int, int], list[bytes]]:
        """All frames at the real gate."""
        with self.cluster.admin("gate") as admin:
            rows = admin.execute(
                "SELECT device, stream, incarnation, data FROM gate.frame_in ORDER BY device, stream, incarnation, number"
            ).fetchall()
        grouped = itertools.groupby(rows, key=lambda row: row[:3])
        return {key: [row[3] for row in rows_of] for key, rows_of in grouped}


@pytest.fixture
def both(cluster: Cluster) -> Iterator[Both]:
    with ExitStack() as stack:
        desks = {device: cluster.add_desk(device, point) for device, point in DESKS.items()}
        connections = {
            device: stack.enter_context(cluster.connect(desk.certificate)) for device, desk in desks.items()
        }
        yield Both(cluster, connections, desks)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=st.lists(STEPS, min_size=5, max_size=30))
def test_the_function_and_the_gate_in_memory_say_and_keep_the_same(both: Both, steps: list[Step]) -> None:
    both.empty()

    for step in steps:
        both.do(step)

    frames = {
        (device, int(stream), incarnation): frames
        for device, known in both.model.devices.items()
        for (stream, incarnation), frames in known.chains.items()
    }
    assert both.kept() == frames
    of_desks = {key: times for key, times in audited(both.cluster).items() if key[0].startswith("d")}
    assert of_desks == {(f"d{device:05d}", what): n for (device, what), n in both.model.audit.items()}


def test_the_gate_in_memory_hashes_a_frame_as_the_one_who_made_it() -> None:
    frame = raw_frame(7, 1)
    model = GateModel(lambda: b"\1" * 16, lambda: 5)
    model.enrol(7, "240190")

    (reply,) = model.line(7).talk([replace(Ask(NO_TOKEN, b"\2" * 16, 1, 1), frame=frame)])

    assert reply.places[Stream.COUNTER].mark.hash == hash_of(frame)
    assert (reply.token, reply.now_ms) == (b"\1" * 16, 5)
