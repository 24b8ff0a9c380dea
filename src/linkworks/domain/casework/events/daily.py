"""My day, the case page, contacts, appointments, tasks."""
