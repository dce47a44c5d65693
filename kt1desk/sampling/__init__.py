"""The generator of work: journals of a whole province, made through the services that the counter itself uses.

What happens is planned first, from a seed alone (`plan`); then each point's plan is lived through at a trial desk of its own
(`desk_life`). Everything a desk writes comes from the services; this package must not know events, tables or screens.
"""
