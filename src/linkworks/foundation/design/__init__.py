"""How pages look and behave: layouts, components, form fields, charts, documents. It knows no client and no rule."""
