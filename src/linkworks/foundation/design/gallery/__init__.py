"""Every component on one page, to look at. Installed by the local settings only; everybody in it is invented."""
