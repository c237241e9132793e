"""Where screens, plans and files meet: each controller serves one screen."""
