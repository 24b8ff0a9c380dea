from django.urls import path

from linkworks.domain.people.views import consents, contact, endings, find, identity, person, restrictions

app_name = "people"
urlpatterns = [
    path("people/find", find.find, name="find"),
    path("people/restricted", restrictions.restricted_records, name="restrictions"),
    path("people/restricted/<uuid:restriction_id>", restrictions.ChangeRestriction.as_view(), name="restriction"),
    path("people/restricted/<uuid:restriction_id>/end", restrictions.EndRestriction.as_view(), name="restriction_end"),
    path("people/<uuid:person_id>", person.person, name="person"),
    path("people/<uuid:person_id>/identity", identity.Identity.as_view(), name="identity"),
    path("people/<uuid:person_id>/address", identity.Address.as_view(), name="address"),
    path("people/<uuid:person_id>/language", identity.Language.as_view(), name="language"),
    path("people/<uuid:person_id>/practice", identity.ChangePractice.as_view(), name="practice"),
    path("people/<uuid:person_id>/death", identity.RecordDeath.as_view(), name="death"),
    path("people/<uuid:person_id>/death/mistake", identity.TakeBackDeath.as_view(), name="death_mistake"),
    path("people/<uuid:person_id>/telephones/new", contact.AddTelephone.as_view(), name="telephone_new"),
    path("people/<uuid:person_id>/telephones/<uuid:row_id>", contact.ChangeTelephone.as_view(), name="telephone"),
    path("people/<uuid:person_id>/emails/new", contact.AddEmail.as_view(), name="email_new"),
    path("people/<uuid:person_id>/emails/<uuid:row_id>", contact.ChangeEmail.as_view(), name="email"),
    path(
        "people/<uuid:person_id>/contact-details/<uuid:row_id>/end",
        endings.EndDetail.as_view(),
        name="contact_detail_end",
    ),
    path("people/<uuid:person_id>/alerts/new", contact.RaiseAlert.as_view(), name="alert_new"),
    path("people/<uuid:person_id>/alerts/<uuid:row_id>", contact.ReviewAlert.as_view(), name="alert"),
    path("people/<uuid:person_id>/alerts/<uuid:row_id>/end", endings.EndAlert.as_view(), name="alert_end"),
    path(
        "people/<uuid:person_id>/communication-needs/ask",
        contact.AskCommunicationNeeds.as_view(),
        name="communication_needs",
    ),
    path(
        "people/<uuid:person_id>/communication-needs/<uuid:row_id>",
        contact.ChangeAdjustment.as_view(),
        name="adjustment",
    ),
    path(
        "people/<uuid:person_id>/communication-needs/<uuid:row_id>/end",
        endings.EndAdjustment.as_view(),
        name="adjustment_end",
    ),
    path("people/<uuid:person_id>/supporters/new", contact.AddSupporter.as_view(), name="supporter_new"),
    path("people/<uuid:person_id>/supporters/<uuid:row_id>", contact.ChangeSupporter.as_view(), name="supporter"),
    path("people/<uuid:person_id>/supporters/<uuid:row_id>/end", endings.EndSupporter.as_view(), name="supporter_end"),
    path("people/<uuid:person_id>/consents/new", consents.RecordConsent.as_view(), name="consent_new"),
    path(
        "people/<uuid:person_id>/consents/<uuid:row_id>/withdraw",
        endings.WithdrawConsent.as_view(),
        name="consent_withdraw",
    ),
    path("people/<uuid:person_id>/restrict", restrictions.Restrict.as_view(), name="restrict"),
]
