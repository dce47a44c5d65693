"""The parts of the page of holders: lists, putting away, handing over, counting."""
