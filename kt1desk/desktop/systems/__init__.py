"""The work «Hệ thống khác»: files that leave for other software of the post, and what comes back. It must not know what a file holds."""
