"""What each family of records tells of a case. One module for each, in the order in which `load` calls them."""
