"""The works of the one-stop place: dossiers handed to their authority, what it says of them, results taken from it and given out."""
