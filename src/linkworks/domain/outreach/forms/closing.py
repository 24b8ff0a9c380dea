from linkworks.foundation.design import fields


class CloseForm(fields.Form):
    """To close is the button."""
