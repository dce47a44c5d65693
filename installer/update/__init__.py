"""Making and signing releases: the other end of `kt1desk/upgrade`. Keys lie with persons, never in this repository.

    root        2 of 3 persons; says whose signatures count; used once in years
    targets     2 of 3 persons: nobody releases alone
    stamp       1 key; snapshot and timestamp; used each month, so that a stick does not grow too old

Who does what and when: docs/operations.md, «Phát hành bản mới».
"""
