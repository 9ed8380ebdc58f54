"""After a press: back to a page that can be reloaded."""

from django.http import HttpResponseRedirect


def see_other(address):
    """303: whatever was sent, the browser asks for this address by GET."""
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response
