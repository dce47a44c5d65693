"""The one place that wires everything: ports to what implements them, services to pages, the command line to both."""
