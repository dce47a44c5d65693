"""A desk that prints is killed again and again, and what came out of its printer is counted.

The printer lives in the test; the desk in a process of its own (`nursery`), forked anew for each of its lives (`life`), so that a kill
costs milliseconds. Between two lives a clerk looks at the paper (`run`); at the end all paper is compared with the journal (`judging`).
"""
