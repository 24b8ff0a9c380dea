"""Working together: the case, its worker, contacts, plan, measures and closing. Onward referrals stand above."""
