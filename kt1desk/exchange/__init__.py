"""What goes from one machine to another as files: signed, checked before it is believed."""
