"""Why somebody may not log in at a desk any more, in words."""

from collections.abc import Mapping
from types import MappingProxyType

WHYS: Mapping[str, str] = MappingProxyType(
    {
        "left": "nghỉ việc",
        "moved": "chuyển nơi làm",
        "suspended": "tạm đình chỉ",
        "idle": "lâu không làm",
        "centre": "trung tâm cho thôi",
    }
)
