"""The questions as they are put to people. What was asked is kept with each answer, so these may change."""

from linkworks.domain.people.choices import ConsentKind

QUESTIONS = {
    ConsentKind.SUPPORT: (
        "We would like to support you, and to keep a record of what we talk about and do together. Only our team "
        "sees it. You can say no, or change your mind at any time. Is that all right?"
    ),
    ConsentKind.SHARE_PRACTICE: (
        "May we tell your GP practice how it went? They get a short summary, and you can see it first."
    ),
    ConsentKind.SHARE_REFERRER: (
        "May we tell whoever sent you to us that we are supporting you, and when it has ended? Nothing more."
    ),
    ConsentKind.SHARE_PARTNER: (
        "May we pass on your name, how to reach you and what you need to {about}, so that they can get in touch?"
    ),
    ConsentKind.TALK_TO_SUPPORTER: "May we talk to {about} about how you are and what we are doing together?",
}


def asked(kind: ConsentKind, about: str = "") -> str:
    """The question, with the organisation or supporter in its place."""
    return QUESTIONS[kind].format(about=about)
