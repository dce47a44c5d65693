"""Paper: layouts in millimetres, pictures of them, printer languages, ports and the print queue.

Nothing here knows what an item is or may decide anything about it: values come in as text, fixed at the commit of the
event, and leave as paper. It must not import the store, the services' use cases or Qt.
"""
