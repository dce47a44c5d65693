"""Use cases: one transaction each. Services know the rules of the domain and reach store and printing only through ports."""
