"""What every benchmark needs: a database of its own, servers, visitors, and what to make of the figures."""
