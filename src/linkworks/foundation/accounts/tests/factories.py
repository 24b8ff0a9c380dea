from secrets import token_bytes
from typing import Any

import factory
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, Team, User
from linkworks.foundation.core.actor import Actor


class TeamFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Team

    name = factory.Sequence(lambda n: f"Team {n}")
    slug = factory.Sequence(lambda n: f"team-{n}")
    telephone = "020 7946 0100"
    email = factory.Sequence(lambda n: f"team{n}@example.org")


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    name = factory.Sequence(lambda n: f"Colleague {n}")
    email = factory.Sequence(lambda n: f"colleague{n}@example.org")


class PasskeyFactory(factory.django.DjangoModelFactory):
    """A passkey as the browser would have made it; nobody holds its private key any more."""

    class Meta:
        model = Authenticator

    type = Authenticator.Type.WEBAUTHN
    data = factory.LazyFunction(lambda: {"name": "Work laptop", "credential": made_credential()})


def made_credential() -> dict[str, Any]:
    key = ES256.from_cryptography_key(generate_private_key(SECP256R1()).public_key())
    credential_id = token_bytes(16)
    held = AttestedCredentialData.create(Aaguid.NONE, credential_id, key)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT
    statement = AttestationObject.create("none", AuthenticatorData.create(bytes(32), flags, 1, held), {})
    client_data = CollectedClientData.create("webauthn.create", token_bytes(32), "http://localhost")
    return {
        "id": websafe_encode(credential_id),
        "rawId": websafe_encode(credential_id),
        "type": "public-key",
        "response": {"clientDataJSON": websafe_encode(client_data), "attestationObject": websafe_encode(statement)},
        "clientExtensionResults": {"credProps": {"rk": True}},
    }


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    team = factory.SubFactory(TeamFactory)
    role = Role.LINK_WORKER


PASSWORD = "three odd herons dancing"
APP_SECRET = "JBSWY3DPEHPK3PXP"


def settled(actor: Actor) -> Actor:
    """Somebody who can sign in in every way: a password, an app, a passkey and recovery codes."""
    user = User.objects.get(pk=actor.user_id)
    user.set_password(PASSWORD)
    user.save()
    TOTP.activate(user, APP_SECRET)
    RecoveryCodes.activate(user)
    PasskeyFactory(user=user)
    return actor
