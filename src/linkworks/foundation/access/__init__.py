"""The line nobody crosses: one transaction a request, row security underneath, permission asked before each deed."""
