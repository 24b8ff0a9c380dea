"""How pages look and behave: layouts, components, form fields, the page registry. It knows no client and no rule."""
