"""The smallest words of the house: who acts, when it is, what may go wrong. It knows no table but the base ones."""
