"""Pages of «Quản trị»: users, one's own password, the security log, backups. They stand side by side and do not know each other."""
