"""How Linkworks is wired together. Nothing imports from here but the scripts."""
