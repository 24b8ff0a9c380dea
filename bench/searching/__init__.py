"""What our search of the directory is measured beside, and by: two plain engines, and labels that councils gave."""
