"""Words of the rules for a new password: what it must be like, before typing, and what it still lacks, while it is typed."""

from __future__ import annotations

from kt1desk.domain.passwords import Lacking, PasswordPolicy


def rules_sentence(policy: PasswordPolicy) -> str:
    """What a new password must be like, in one sentence."""
    return (
        f"Mật khẩu cần ít nhất {policy.least_chars} ký tự, trong đó {policy.least_kinds} ký tự khác nhau, không chứa tên đăng nhập; "
        "nên là một câu ngắn dễ nhớ, tắt bộ gõ tiếng Việt khi gõ."
    )


def lacking_words(lacking: Lacking) -> str:
    """What is missing, a piece of each kind; empty where the password will do."""
    pieces = (
        (lacking.chars > 0, f"thêm {lacking.chars} ký tự"),
        (lacking.kinds > 0, f"thêm {lacking.kinds} ký tự khác nhau"),
        (lacking.has_user, "bỏ tên đăng nhập ra"),
        (lacking.too_long, "ngắn lại"),
        (lacking.bad_character, "bỏ ký tự không gõ lại được"),
    )
    missing = [words for wanted, words in pieces if wanted]
    return f"Còn phải {', '.join(missing)}" if missing else ""
