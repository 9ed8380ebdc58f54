"""How the admin prints what no template of ours writes: FORMAT_MODULE_PATH in settings.py names this package."""
