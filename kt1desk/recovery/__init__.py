"""A desk that was restored, copied or contradicted, brought together with what the centre has of it.

It knows the line's talk and the desk's own store, and joins the two. It must not know screens, words, nor where a desk gets its line from.
"""
